package io.daybook.query.order;

import io.daybook.domain.read.Moment;
import io.daybook.query.history.LoggedEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Cuts the events of an order and of its payments at a moment. */
final class OrderPast {

    private OrderPast() {}

    /**
     * What had happened by then, the order's first event first; empty when the order had not begun,
     * or never came so far.
     *
     * @param events of the order and of its payments, in log order
     */
    static List<LoggedEvent> upTo(Moment moment, String orderId, List<LoggedEvent> events) {
        var past =
                switch (moment) {
                    case Moment.AtVersion(var version) -> atVersion(version, orderId, events);
                    case Moment.AsOf asOf -> asOf(asOf, events);
                };
        return startingWithTheOrder(orderId, past);
    }

    /** Everything before the order's next event. */
    private static List<LoggedEvent> atVersion(
            long version, String orderId, List<LoggedEvent> events) {
        var past = new ArrayList<LoggedEvent>();
        var reached = 0L;
        for (var event : events) {
            if (event.entityId().equals(orderId) && ++reached > version) {
                break;
            }
            past.add(event);
        }
        return reached < version || version < 1 ? List.of() : past;
    }

    /**
     * Of every entity the events up to its first later one: with skewed clocks an earlier time may
     * follow a later one, and a history with a hole is none.
     */
    private static List<LoggedEvent> asOf(Moment.AsOf moment, List<LoggedEvent> events) {
        var past = new ArrayList<LoggedEvent>();
        var over = new HashSet<String>();
        for (var event : events) {
            if (event.recordedAt().isAfter(moment.instant())) {
                over.add(event.entityId());
            }
            if (!over.contains(event.entityId())) {
                past.add(event);
            }
        }
        return past;
    }

    /** Nothing keeps a payment from being recorded before the order that it names. */
    private static List<LoggedEvent> startingWithTheOrder(
            String orderId, List<LoggedEvent> events) {
        var placed = 0;
        while (placed < events.size() && !events.get(placed).entityId().equals(orderId)) {
            placed++;
        }
        if (placed == events.size()) {
            return List.of();
        }
        var ordered = new ArrayList<LoggedEvent>(events);
        ordered.addFirst(ordered.remove(placed));
        return ordered;
    }
}
