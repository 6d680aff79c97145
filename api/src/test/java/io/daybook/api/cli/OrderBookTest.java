package io.daybook.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderBookTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final String PRODUCTS =
            "sku,name,unit_price,units_in_stock,reorder_level\nA,Apple,1,5,0\n";
    private static final String ORDERS =
            "reference,customer_id,shipping_fee,shipped_on\n1,c-1,2.5,\n2,c-2,0,1996-07-10\n";
    private static final String LINES =
            "reference,sku,quantity,unit_price,discount_rate\n1,A,3,0.35,0.1\n2,A,1,2,\n";

    @Test
    void readsOrdersWithTheirLines() {
        var book = book(PRODUCTS, ORDERS, LINES);

        assertThat(book.problems().all()).isEmpty();
        assertThat(book.orders()).extracting(SalesOrder::reference).containsExactly("1", "2");
        assertThat(book.orders()).extracting(SalesOrder::shipped).containsExactly(false, true);
        assertThat(book.orders().getFirst().shippingFee()).isEqualTo("2.50");
    }

    @Test
    void roundsTheDiscountOfALineHalfUp() {
        var line = book(PRODUCTS, ORDERS, LINES).orders().getFirst().lines().getFirst();

        assertThat(line.discount(USD)).isEqualTo("0.11"); // 3 x 0.35 x 0.1 = 0.105
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,A,0,1,0      | quantity must be at least 1: '0'",
                "1,A,1.5,1,0    | quantity is not a whole number: '1.5'",
                "1,A,1,1.005,0  | unit_price has more than the 2 decimal places of USD: '1.005'",
                "1,A,1,1e3,0    | unit_price is not a number like 12.50: '1e3'",
                "1,A,1,-1,0     | unit_price is not a number like 12.50: '-1'",
                "1,A,1,1,1.01   | discount_rate must be from 0 to 1: '1.01'",
                "1,,1,1,0       | sku is empty",
                "1,B,1,1,0      | there is no product B in products.csv",
                "1,'a b',1,1,0  | sku must be 1 to 64",
            })
    void aBadLineCondemnsItsWholeOrder(String line, String message) {
        var book = book(PRODUCTS, ORDERS, LINES + line.strip().replace("'", "") + "\n");

        assertThat(book.orders()).extracting(SalesOrder::reference).containsExactly("2");
        assertThat(book.problems().all()).hasSize(2);
        assertThat(book.problems().all().getFirst().toString())
                .startsWith("order_lines.csv:4: " + message);
        assertThat(book.problems().all().getLast().toString())
                .isEqualTo("orders.csv:2: order 1 is skipped because of order_lines.csv:4");
        assertThat(book.problems().skippedRows()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,c-1,0,           | reference 1 appears a second time",
                "3,,0,              | customer_id is empty",
                "3,c 3,0,           | customer_id must be 1 to 64",
                "3,c-3,free,        | shipping_fee is not a number like 12.50: 'free'",
                "3,c-3,0,10.7.1996  | shipped_on is not a date like 2026-11-30: '10.7.1996'",
                "3,c-3,0,           | order 3 has no lines in order_lines.csv",
            })
    void aBadOrderIsReportedAlone(String order, String message) {
        var book = book(PRODUCTS, ORDERS + order.strip() + "\n", LINES);

        assertThat(book.orders()).extracting(SalesOrder::reference).containsExactly("1", "2");
        assertThat(book.problems().all())
                .singleElement()
                .asString()
                .startsWith("orders.csv:4: " + message);
    }

    @Test
    void aLineOfNoOrderIsReportedAlone() {
        var book = book(PRODUCTS, ORDERS, LINES + "9,A,1,1,0\n");

        assertThat(book.orders()).hasSize(2);
        assertThat(book.problems().all())
                .singleElement()
                .hasToString("order_lines.csv:4: there is no order 9 in orders.csv");
    }

    @Test
    void aBadProductTakesItsOrdersAlong() {
        var book = book(PRODUCTS.replace(",5,", ",many,"), ORDERS, LINES);

        assertThat(book.orders()).isEmpty();
        assertThat(book.problems().all().getFirst())
                .hasToString("products.csv:2: units_in_stock is not a whole number: 'many'");
        assertThat(book.problems().skippedRows()).isEqualTo(5);
    }

    @Test
    void theFingerprintFollowsTheContent() {
        var before = book(PRODUCTS, ORDERS, LINES).fingerprint();

        assertThat(book(PRODUCTS, ORDERS, LINES).fingerprint()).isEqualTo(before);
        assertThat(book(PRODUCTS, ORDERS, LINES.replace("0.35", "0.36")).fingerprint())
                .isNotEqualTo(before);
    }

    private static OrderBook book(String products, String orders, String lines) {
        var folder =
                new Folder(
                        new Sheet("products.csv", products),
                        new Sheet("orders.csv", orders),
                        new Sheet("order_lines.csv", lines));
        return OrderBook.read(folder, USD);
    }
}
