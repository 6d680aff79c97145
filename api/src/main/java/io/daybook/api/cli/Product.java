package io.daybook.api.cli;

import io.daybook.domain.shared.Sku;

/** A row of products.csv, as far as stock is concerned. */
record Product(Sku sku, String name, int unitsInStock, int reorderLevel, String file, long line)
        implements Imported {

    static Product from(Row row) {
        row.decimal("unit_price");
        row.whole("units_on_order", 0);
        return new Product(
                row.value("sku", Sku::new),
                row.required("name"),
                row.whole("units_in_stock", 0),
                row.whole("reorder_level", 0),
                row.file(),
                row.line());
    }

    @Override
    public int rows() {
        return 1;
    }
}
