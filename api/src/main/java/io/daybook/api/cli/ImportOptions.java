package io.daybook.api.cli;

import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.TenantId;
import java.io.PrintWriter;
import java.util.Currency;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code import} and {@code demo} have in common. */
final class ImportOptions {

    @Mixin private Connection connection = new Connection();

    @Option(
            names = "--stock",
            paramLabel = "MODE",
            defaultValue = "topped-up",
            converter = StockMode.Converter.class,
            description =
                    "topped-up (default) receives what the orders still need; exact receives units_in_stock of products"
                            + " that are new to the location.")
    private StockMode stock = StockMode.TOPPED_UP;

    @Option(
            names = "--location",
            paramLabel = "LOCATION",
            defaultValue = "main",
            description = "Where stock is received and orders are shipped from (default: main).")
    private Location location = new Location("main");

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            defaultValue = "USD",
            description = "The currency of all amounts (default: USD).")
    private Currency currency = Currency.getInstance("USD");

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "8",
            description = "How many orders are worked on at once (default: 8).")
    private int concurrency = 8;

    /** Imports and prints the summary; returns the exit code. */
    int run(Folder folder, PrintWriter out, PrintWriter err) {
        if (concurrency < 1 || concurrency > 256) {
            throw new Failure("--concurrency must be from 1 to 256");
        }
        if (currency.getDefaultFractionDigits() < 0) {
            throw new Failure(
                    "%s is not a currency that amounts can be stated in".formatted(currency));
        }
        var book = OrderBook.read(folder, currency);
        var keys = new Keys(tenant());
        var summary = new ImportRun(connection.instance(), book, keys, this, err).run();
        summary.print(out);
        return summary.exitCode();
    }

    private String tenant() {
        try {
            return new TenantId(connection.tenant()).value();
        } catch (IllegalArgumentException refused) {
            throw new Failure("--tenant " + refused.getMessage());
        }
    }

    StockMode stock() {
        return stock;
    }

    Location location() {
        return location;
    }

    Currency currency() {
        return currency;
    }

    int concurrency() {
        return concurrency;
    }
}
