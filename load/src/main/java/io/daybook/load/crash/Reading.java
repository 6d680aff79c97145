package io.daybook.load.crash;

import io.daybook.load.crash.Evidence.Event;
import io.daybook.load.crash.Evidence.ReadModels;
import io.daybook.load.http.LightClient;
import io.daybook.load.http.Reply;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what Daybook says about itself, by HTTP like everybody else. */
final class Reading {

    private static final String API = "/api/v1";
    private static final List<String> PROJECTIONS = List.of("orders", "stock", "payments");
    private static final int ATTEMPTS = 40;

    private final LightClient client;

    Reading(LightClient client) {
        this.client = client;
    }

    List<Event> log() throws IOException, InterruptedException {
        var events = new ArrayList<Event>();
        pages("/events?limit=200", item -> events.add(event(item)));
        return events;
    }

    private static Event event(JsonNode item) {
        JsonNode payload = item.path("payload");
        return new Event(
                item.path("position").asLong(),
                item.path("entityType").asString(),
                item.path("entityId").asString(),
                item.path("version").asLong(),
                item.path("type").asString(),
                item.path("actor").asString(""),
                item.path("requestId").asString(""),
                payload.path("quantity").asLong(0),
                payload.path("reservationId").asString(""));
    }

    ReadModels readModels() throws IOException, InterruptedException {
        return new ReadModels(
                all("/orders?limit=200&sort=placedAt"),
                all("/inventory?limit=200"),
                all("/payments?limit=200"));
    }

    private List<JsonNode> all(String path) throws IOException, InterruptedException {
        var items = new ArrayList<JsonNode>();
        pages(path, items::add);
        return items;
    }

    private void pages(String path, Consumer<JsonNode> each)
            throws IOException, InterruptedException {
        String cursor = "";
        do {
            JsonNode page = get(path + cursor);
            page.path("items").forEach(each);
            String next = page.path("nextCursor").asString("");
            cursor =
                    next.isEmpty()
                            ? ""
                            : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
    }

    /** Asks again after a 503: whether reads recover in time is another check's business. */
    private JsonNode get(String path) throws IOException, InterruptedException {
        Reply reply = client.get(API + path);
        for (int i = 0; i < ATTEMPTS && reply.status() == 503; i++) {
            Thread.sleep(250);
            reply = client.get(API + path);
        }
        if (!reply.accepted()) {
            throw new IOException("GET " + path + ": " + reply.status() + ' ' + reply.body());
        }
        return JsonMapper.shared().readTree(reply.body());
    }

    /** The end of the log; negative while events are not applied yet or orders are on their way. */
    long headIfQuiet() throws IOException, InterruptedException {
        JsonNode projections = get("/projections").path("items");
        for (JsonNode projection : projections) {
            if (projection.path("lagEvents").asLong() != 0) {
                return -1;
            }
        }
        boolean quiet =
                get("/orders?status=PLACED&limit=1").path("items").isEmpty()
                        && get("/orders?status=CANCELLING&limit=1").path("items").isEmpty();
        return quiet ? projections.path(0).path("head").asLong() : -1;
    }

    /** For how long the oldest thing waits that is not applied by a projection, or not decided. */
    Duration backlog() throws IOException, InterruptedException {
        Duration longest = Duration.ZERO;
        for (JsonNode projection : get("/projections").path("items")) {
            longest = longer(longest, Duration.ofMillis(projection.path("lagMillis").asLong()));
        }
        for (JsonNode order : get("/orders?status=PLACED&sort=placedAt&limit=1").path("items")) {
            Instant placed = Instant.parse(order.path("placedAt").asString());
            longest = longer(longest, Duration.between(placed, Instant.now()));
        }
        return longest;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Builds all read models again, one after the other. */
    void rebuild(Duration patience) throws IOException, InterruptedException {
        for (String name : PROJECTIONS) {
            Reply started = client.post(API + "/projections/" + name + "/rebuild", "");
            if (started.status() != 202) {
                throw new IOException("rebuild of " + name + ": " + started.body());
            }
            String path = "/projections/" + name + "/rebuilds/" + started.text("rebuildId");
            long deadline = System.nanoTime() + patience.toNanos();
            while (!"COMPLETED".equals(get(path).path("status").asString())) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("rebuild of " + name + ": " + get(path));
                }
                Thread.sleep(50);
            }
        }
    }
}
