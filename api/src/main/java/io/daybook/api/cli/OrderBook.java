package io.daybook.api.cli;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything of a folder that can be imported.
 *
 * @param fingerprint changes with the folder's content
 */
record OrderBook(
        List<Product> products, List<SalesOrder> orders, Problems problems, String fingerprint) {

    static OrderBook read(Folder folder, Currency currency) {
        return new Reading(folder, currency).book();
    }

    /** One reading of the three files; later ones are checked against earlier ones. */
    private static final class Reading {

        private final Folder folder;
        private final Currency currency;
        private final Problems problems = new Problems();
        private final Map<String, Product> products = new LinkedHashMap<>();
        private final Map<String, SalesOrder> orders = new LinkedHashMap<>();
        private final Map<String, List<SalesOrder.Line>> lines = new LinkedHashMap<>();

        /** The first bad line of an order condemns the whole: half an order is worse than none. */
        private final Map<String, Long> condemned = new LinkedHashMap<>();

        Reading(Folder folder, Currency currency) {
            this.folder = folder;
            this.currency = currency;
        }

        OrderBook book() {
            folder.products()
                    .read(
                            Set.of("sku", "name", "units_in_stock", "reorder_level"),
                            problems,
                            this::product);
            folder.orders().read(Set.of("reference", "customer_id"), problems, this::order);
            folder.lines()
                    .read(
                            Set.of("reference", "sku", "quantity", "unit_price"),
                            problems,
                            this::line);
            return new OrderBook(
                    List.copyOf(products.values()),
                    completeOrders(),
                    problems,
                    folder.fingerprint());
        }

        private void product(Row row) {
            var product = Product.from(row);
            if (products.putIfAbsent(product.sku().value(), product) != null) {
                throw new BadRow("sku %s appears a second time".formatted(product.sku()));
            }
        }

        private void order(Row row) {
            var order = SalesOrder.from(row, currency);
            if (orders.putIfAbsent(order.reference(), order) != null) {
                throw new BadRow("reference %s appears a second time".formatted(order.reference()));
            }
        }

        private void line(Row row) {
            try {
                var line = SalesOrder.Line.from(row, currency);
                if (!orders.containsKey(line.reference())) {
                    throw new BadRow(
                            "there is no order %s in %s"
                                    .formatted(line.reference(), folder.orders().name()));
                }
                if (!products.containsKey(line.sku().value())) {
                    throw new BadRow(
                            "there is no product %s in %s"
                                    .formatted(line.sku(), folder.products().name()));
                }
                lines.computeIfAbsent(line.reference(), _ -> new ArrayList<>()).add(line);
            } catch (BadRow bad) {
                condemned.putIfAbsent(row.text("reference"), row.line());
                throw bad;
            }
        }

        private List<SalesOrder> completeOrders() {
            var complete = new ArrayList<SalesOrder>();
            for (var order : orders.values()) {
                var own = lines.getOrDefault(order.reference(), List.of());
                var reason = reasonToSkip(order, own);
                if (reason == null) {
                    complete.add(order.with(own));
                } else {
                    problems.add(order.file(), order.line(), reason);
                    problems.drop(own.size());
                }
            }
            return List.copyOf(complete);
        }

        private @Nullable String reasonToSkip(SalesOrder order, List<SalesOrder.Line> own) {
            var badLine = condemned.get(order.reference());
            if (badLine != null) {
                return "order %s is skipped because of %s:%d"
                        .formatted(order.reference(), folder.lines().name(), badLine);
            }
            return own.isEmpty()
                    ? "order %s has no lines in %s"
                            .formatted(order.reference(), folder.lines().name())
                    : null;
        }
    }
}
