package io.daybook.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {

    private static final String PRODUCTS =
            """
            sku,name,unit_price,units_in_stock,units_on_order,reorder_level,discontinued
            1,Chai,18.00,39,0,10,0
            2,Chang,19.00,17,40,25,0
            """;
    private static final String ORDERS =
            """
            reference,customer_id,placed_on,required_on,shipped_on,carrier,shipping_fee,ship_name,ship_address,ship_city,ship_region,ship_postal_code,ship_country
            A1,ALFKI,1996-07-04,1996-08-01,1996-07-16,3,32.38,"Vins, Reims",59 rue,Reims,,51100,France
            A2,BERGS,1996-07-05,,,,0,,,,,,
            """;
    private static final String LINES =
            """
            reference,sku,quantity,unit_price,discount_rate
            A1,1,12,14.05,0.15
            A1,2,40,9.80,0
            A2,1,1,18.00,0
            """;

    @TempDir Path folder = Path.of("");
    private FakeInstance instance = new FakeInstance();

    @BeforeEach
    void writeFiles() throws IOException {
        write(PRODUCTS, ORDERS, LINES);
    }

    @AfterEach
    void stop() {
        instance.close();
    }

    @Test
    void placesConfirmsAndShipsWhatTheFilesSay() {
        var run = runImport();

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("orders +2\n")
                .containsPattern("placed now +2\n")
                .containsPattern("already there +0\n")
                .containsPattern("confirmed +1\n")
                .containsPattern("shipped +1\n")
                .containsPattern("lines +3\n")
                .containsPattern("items +578.60 USD\n")
                .containsPattern("discounts +25.29 USD\n")
                .containsPattern("shipping +32.38 USD\n")
                .containsPattern("total +585.69 USD\n")
                .containsPattern("rows skipped +0\n");
        var order =
                instance.shop().orders().stream()
                        .filter(each -> each.path("reference").asString().equals("A1"))
                        .findFirst()
                        .orElseThrow();
        assertThat(order.path("shippingAddress").path("name").asString()).isEqualTo("Vins, Reims");
        assertThat(order.path("shippingAddress").has("region")).isFalse();
        assertThat(order.path("metadata").path("placedOn").asString()).isEqualTo("1996-07-04");
        assertThat(order.path("payment").path("token").asString()).isEqualTo("tok_approve");
    }

    @Test
    void receivesWhatTheOrdersNeedButNoLessThanIsInStock() {
        runImport();

        assertThat(instance.shop().stockOf("1"))
                .extracting("available", "reorderPoint")
                .containsExactly(26L, 10);
        assertThat(instance.shop().stockOf("2"))
                .extracting("available", "reorderPoint")
                .containsExactly(0L, 25);
    }

    @Test
    void runningAgainChangesNothing() {
        runImport();
        var changes = instance.changes();

        var again = runImport();

        assertThat(again.exitCode()).isZero();
        assertThat(instance.changes()).isEqualTo(changes).hasSize(2 + 2 + 2 + 1);
        assertThat(again.out())
                .containsPattern("placed now +0\n")
                .containsPattern("already there +2\n")
                .containsPattern("shipped +1\n")
                .containsPattern("total +585.69 USD\n");
    }

    @Test
    void runningAgainBeforeTheReadModelHasCaughtUpChangesNoOrder() {
        runImport();
        instance.shop().fallBehind();

        var again = runImport();

        assertThat(instance.shop().orders()).hasSize(2);
        assertThat(again.out()).containsPattern("already there +2\n");
    }

    @Test
    void goesOnWhereARunWasBrokenOff() throws IOException {
        write(
                PRODUCTS,
                ORDERS.lines().limit(2).reduce("", (a, b) -> a + b + "\n"),
                LINES.replaceAll("A2.*\n", ""));
        runImport();
        writeFiles();

        var run = runImport();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsPattern("placed now +1\n")
                .containsPattern("already there +1\n");
    }

    @Test
    void exactStockLetsTheInstanceRejectWhatIsNotThere() {
        var run = runImport("--stock", "exact");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsPattern("rejected +1\n")
                .containsPattern("confirmed +1\n")
                .containsPattern("total +18.00 USD\n");
    }

    @Test
    void badRowsAreReportedAndTheRestIsImported() throws IOException {
        write(PRODUCTS, ORDERS, LINES.replace("12,14.05", "a dozen,14.05"));

        var run = runImport();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("order_lines.csv:2: quantity is not a whole number: 'a dozen'")
                .contains("orders.csv:2: order A1 is skipped because of order_lines.csv:2");
        assertThat(run.out())
                .containsPattern("placed now +1\n")
                .containsPattern("rows skipped +3\n");
    }

    @Test
    void anOrderThatTheInstanceRefusesIsReportedWithItsLine() throws IOException {
        write(PRODUCTS, ORDERS.replace("ALFKI", "REFUSED"), LINES);

        var run = runImport();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("orders.csv:2: 400 invalid-request: Invalid; /customerId is refused");
        assertThat(run.out())
                .containsPattern("placed now +1\n")
                .containsPattern("rows skipped +3\n");
    }

    @Test
    void triesAgainWhenTheInstanceIsBusy() {
        instance.beBusy(4, 429);

        assertThat(runImport().exitCode()).isZero();

        instance.beBusy(4, 503);

        assertThat(runImport().exitCode()).isZero();
    }

    @Test
    void anExpiredDemoTokenIsRenewed() {
        instance.expireFirstToken();

        assertThat(runImport().exitCode()).isZero();
        assertThat(instance.tokensIssued()).isGreaterThan(1);
    }

    @Test
    void theDemoCatalogueIsImportedWithoutASkippedRow() {
        var run = Run.of("demo", "--url", instance.url());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("rejected +0\n").containsPattern("shipped +4\n");
    }

    @Test
    void saysInOneLineWhenNobodyAnswers() {
        instance.close();

        var run = runImport();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("daybook: No Daybook answers at " + instance.url())
                .hasLineCount(1);
    }

    @Test
    void saysWhichFileIsMissing() throws IOException {
        Files.delete(folder.resolve("orders.csv"));

        var run = runImport();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("orders.csv").hasLineCount(1);
    }

    private Run runImport(String... more) {
        var arguments = new String[3 + more.length];
        arguments[0] = "import";
        arguments[1] = folder.toString();
        arguments[2] = "--url=" + instance.url();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Run.of(arguments);
    }

    private void write(String products, String orders, String lines) throws IOException {
        Files.writeString(folder.resolve("products.csv"), products);
        Files.writeString(folder.resolve("orders.csv"), orders);
        Files.writeString(folder.resolve("order_lines.csv"), lines);
    }
}
