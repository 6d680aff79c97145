package io.daybook.api.cli;

import io.daybook.api.cli.OrderDesk.Outcome;
import io.daybook.domain.shared.Sku;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * One import. It looks at what the instance already has, receives the stock that the rest needs,
 * then places and ships the rest. Running it again changes nothing.
 */
final class ImportRun {

    private final Instance instance;
    private final OrderBook book;
    private final PrintWriter log;
    private final Parallel parallel;
    private final Shelf shelf;
    private final OrderDesk desk;

    ImportRun(
            Instance instance, OrderBook book, Keys keys, ImportOptions options, PrintWriter log) {
        this.instance = instance;
        this.book = book;
        this.log = log;
        parallel = new Parallel(options.concurrency(), book.problems(), log);
        shelf = new Shelf(instance, options.location(), options.stock(), keys, book.fingerprint());
        var names =
                book.products().stream()
                        .collect(Collectors.toMap(each -> each.sku().value(), Product::name));
        desk = new OrderDesk(instance, options.location(), options.currency(), keys, names);
    }

    Summary run() {
        long startedAt = System.nanoTime();
        int reported = report(0);
        instance.greet();
        var known = lookUp();
        long received = receiveStock(known);
        var outcomes = bringUpToDate(known);
        report(reported);
        return new Summary(
                book.products().size(),
                received,
                outcomes,
                book.problems(),
                desk.currency().getCurrencyCode(),
                Duration.ofNanos(System.nanoTime() - startedAt));
    }

    private Map<String, String> lookUp() {
        var known = new ConcurrentHashMap<String, String>();
        parallel.forEach(
                "Looking up orders",
                book.orders(),
                order -> desk.find(order).ifPresent(id -> known.put(order.reference(), id)));
        return known;
    }

    private long receiveStock(Map<String, String> known) {
        var needed = new HashMap<Sku, Long>();
        book.orders().stream()
                .filter(order -> !known.containsKey(order.reference()))
                .flatMap(order -> order.lines().stream())
                .forEach(line -> needed.merge(line.sku(), (long) line.quantity(), Long::sum));
        var received = new AtomicLong();
        parallel.forEach(
                "Receiving stock",
                book.products(),
                product ->
                        received.addAndGet(
                                shelf.stock(product, needed.getOrDefault(product.sku(), 0L))));
        return received.get();
    }

    private List<Outcome> bringUpToDate(Map<String, String> known) {
        Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
        parallel.forEach(
                "Importing orders",
                book.orders(),
                order -> outcomes.add(desk.bringUpToDate(order, known.get(order.reference()))));
        return List.copyOf(outcomes);
    }

    /** Prints the problems from that one on; returns how many there are. */
    private int report(int from) {
        var all = book.problems().all();
        all.subList(from, all.size()).forEach(log::println);
        log.flush();
        return all.size();
    }
}
