package io.daybook.load.crash;

import io.daybook.load.crash.Command.Kind;
import io.daybook.load.http.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Decides what one client does next, from its seed and from what it was answered before. Releases,
 * cancels and ships each of its things once, so that every accepted command leaves one event.
 */
final class Shopper {

    private static final int SKUS = 16;

    /** Hardly ever received: its orders and reservations are refused most of the time. */
    private static final String SCARCE = "CRASH-SCARCE";

    private record Held(String sku, String reservationId, int quantity) {}

    private record Bought(String orderId, List<Integer> quantities) {}

    private final String name;
    private final Random random;
    private final List<Held> held = new ArrayList<>();
    private final Deque<Bought> bought = new ArrayDeque<>();
    private int count;
    private List<Integer> basket = List.of();

    Shopper(String name, long seed) {
        this.name = name;
        this.random = new Random(seed);
    }

    Command next() {
        count++;
        if (count <= SKUS) {
            return receive(sku(count - 1), 20);
        }
        int dice = random.nextInt(100);
        if (dice < 12) {
            return receive(anySku(), 1 + random.nextInt(12));
        }
        if (dice < 25 && !held.isEmpty()) {
            return release(held.remove(random.nextInt(held.size())));
        }
        if (dice < 42) {
            return reserve();
        }
        if (dice < 52 && !bought.isEmpty()) {
            // The newest may still be in the middle of its fulfilment.
            return cancel(random.nextBoolean() ? bought.removeLast() : bought.removeFirst());
        }
        if (dice < 68 && bought.size() > 3) {
            return ship(bought.removeFirst());
        }
        return place();
    }

    /** Remembers what the answer made, to come back to it later. */
    void learn(Command command, Reply reply) {
        if (!reply.accepted()) {
            return;
        }
        switch (command.kind()) {
            case RESERVE ->
                    held.add(
                            new Held(
                                    command.subject(),
                                    reply.text("reservationId"),
                                    command.quantity()));
            case PLACE -> bought.addLast(new Bought(reply.text("orderId"), basket));
            case RECEIVE, RELEASE, CANCEL, SHIP -> {
                // Nothing comes after these.
            }
        }
    }

    private Command receive(String sku, int quantity) {
        return command(Kind.RECEIVE, stock(sku) + "/receive", quantity(quantity), sku, quantity);
    }

    private Command reserve() {
        String sku = anySku();
        int quantity = 1 + random.nextInt(3);
        return command(
                Kind.RESERVE, stock(sku) + "/reservations", quantity(quantity), sku, quantity);
    }

    private Command release(Held it) {
        String path = stock(it.sku) + "/reservations/" + it.reservationId + "/release";
        return command(Kind.RELEASE, path, "{}", it.sku, it.quantity);
    }

    private Command place() {
        var lines = new ArrayList<String>();
        var quantities = new ArrayList<Integer>();
        int first = random.nextInt(SKUS);
        for (int i = 0; i <= random.nextInt(3); i++) {
            int quantity = 1 + random.nextInt(3);
            String sku = random.nextInt(40) == 0 ? SCARCE : sku((first + i) % SKUS);
            lines.add(
                    "{\"sku\":\"%s\",\"quantity\":%d,\"unitPrice\":\"%d.%02d\"}"
                            .formatted(sku, quantity, 1 + random.nextInt(50), random.nextInt(100)));
            quantities.add(quantity);
        }
        basket = List.copyOf(quantities);
        String body =
                "{\"customerId\":\"%s\",\"currency\":\"EUR\",\"lines\":[%s],"
                        .concat("\"payment\":{\"method\":\"card\",\"token\":\"%s\"}}")
                        .formatted(name, String.join(",", lines), token());
        return command(Kind.PLACE, "/api/v1/orders", body, "", 0);
    }

    private String token() {
        int dice = random.nextInt(100);
        return dice < 3 ? "tok_timeout" : dice < 8 ? "tok_decline" : "tok_approve";
    }

    private Command cancel(Bought it) {
        String path = "/api/v1/orders/" + it.orderId + "/cancel";
        return command(Kind.CANCEL, path, "{\"reason\":\"changed my mind\"}", it.orderId, 0);
    }

    /** Everything, or the first line only. */
    private Command ship(Bought it) {
        int until = random.nextInt(4) == 0 ? 1 : it.quantities.size();
        var lines = new ArrayList<String>();
        for (int i = 0; i < until; i++) {
            lines.add("{\"lineId\":\"%d\",\"quantity\":%d}".formatted(i + 1, it.quantities.get(i)));
        }
        String path = "/api/v1/orders/" + it.orderId + "/shipments";
        return command(
                Kind.SHIP, path, "{\"lines\":[" + String.join(",", lines) + "]}", it.orderId, 0);
    }

    private Command command(Kind kind, String path, String body, String subject, int quantity) {
        return new Command(name + '-' + count, kind, path, body, subject, quantity);
    }

    /** One of three is the same for everybody. */
    private String anySku() {
        int dice = random.nextInt(30);
        return dice == 0 ? SCARCE : dice < 10 ? sku(0) : sku(random.nextInt(SKUS));
    }

    private static String sku(int number) {
        return "CRASH-" + number;
    }

    private static String stock(String sku) {
        return "/api/v1/inventory/" + sku + "/main";
    }

    private static String quantity(int quantity) {
        return "{\"quantity\":" + quantity + '}';
    }
}
