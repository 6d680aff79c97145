package io.daybook.api.cli;

import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.Sku;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of orders.csv with its rows of order_lines.csv.
 *
 * @param details the optional columns as they are sent: address and metadata
 * @param file with {@code line}, where the order was read
 */
record SalesOrder(
        String reference,
        CustomerId customerId,
        BigDecimal shippingFee,
        Details details,
        List<Line> lines,
        String file,
        long line)
        implements Imported {

    /** A row of order_lines.csv. */
    record Line(
            String reference,
            Sku sku,
            int quantity,
            BigDecimal unitPrice,
            BigDecimal discountRate) {

        static Line from(Row row, Currency currency) {
            var rate = row.decimal("discount_rate");
            if (rate.compareTo(BigDecimal.ONE) > 0) {
                throw new BadRow("discount_rate must be from 0 to 1: '%s'".formatted(rate));
            }
            return new Line(
                    row.required("reference"),
                    row.value("sku", Sku::new),
                    row.whole("quantity", 1),
                    amount(row, "unit_price", currency),
                    rate);
        }

        /** What is taken off the whole line, rounded once. */
        BigDecimal discount(Currency currency) {
            return unitPrice
                    .multiply(BigDecimal.valueOf(quantity))
                    .multiply(discountRate)
                    .setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP);
        }
    }

    /**
     * What the order carries along.
     *
     * @param shippedOn empty for an order that did not leave yet
     */
    record Details(
            String shippedOn,
            String carrier,
            Map<String, String> address,
            Map<String, String> metadata) {

        static Details from(Row row) {
            var address = new LinkedHashMap<String, String>();
            address.put("name", row.text("ship_name"));
            address.put("street", row.text("ship_address"));
            address.put("city", row.text("ship_city"));
            address.put("region", row.text("ship_region"));
            address.put("postalCode", row.text("ship_postal_code"));
            address.put("country", row.text("ship_country"));
            var metadata = new LinkedHashMap<String, String>();
            metadata.put("placedOn", row.date("placed_on"));
            metadata.put("requiredOn", row.date("required_on"));
            metadata.put("carrier", row.text("carrier"));
            address.values().removeIf(String::isEmpty);
            metadata.values().removeIf(String::isEmpty);
            return new Details(row.date("shipped_on"), row.text("carrier"), address, metadata);
        }
    }

    static SalesOrder from(Row row, Currency currency) {
        return new SalesOrder(
                row.required("reference"),
                row.value("customer_id", CustomerId::new),
                amount(row, "shipping_fee", currency),
                Details.from(row),
                List.of(),
                row.file(),
                row.line());
    }

    SalesOrder with(List<Line> itsLines) {
        return new SalesOrder(
                reference, customerId, shippingFee, details, List.copyOf(itsLines), file, line);
    }

    @Override
    public int rows() {
        return 1 + lines.size();
    }

    boolean shipped() {
        return !details.shippedOn().isEmpty();
    }

    private static BigDecimal amount(Row row, String column, Currency currency) {
        var amount = row.decimal(column);
        int scale = currency.getDefaultFractionDigits();
        if (amount.stripTrailingZeros().scale() > scale) {
            throw new BadRow(
                    "%s has more than the %d decimal places of %s: '%s'"
                            .formatted(column, scale, currency, amount));
        }
        return amount.setScale(scale, RoundingMode.UNNECESSARY);
    }
}
