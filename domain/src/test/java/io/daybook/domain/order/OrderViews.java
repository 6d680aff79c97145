package io.daybook.domain.order;

import io.daybook.domain.Scenario;
import io.daybook.domain.shared.LineId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The view of an order whose n-th event was recorded n seconds after the first hour. */
final class OrderViews {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private OrderViews() {}

    static Instant at(long event) {
        return START.plusSeconds(event);
    }

    static OrderView seen(Scenario<OrderCommand, OrderState, OrderEvent, OrderRejection> order) {
        @Nullable OrderView view = null;
        int number = 0;
        for (OrderEvent event : order.history()) {
            view = OrderView.evolve(view, event, at(++number));
        }
        return Objects.requireNonNull(view);
    }

    static OrderView.Line line(OrderView view, LineId lineId) {
        return view.lines().stream()
                .filter(line -> line.lineId().equals(lineId))
                .findFirst()
                .orElseThrow();
    }
}
