package io.daybook.projection.order;

import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.order.OrderView;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.PaymentView;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.shared.PaymentId;
import io.daybook.projection.ProjectionGapException;
import io.daybook.projection.Projector;
import io.daybook.projection.RecordedEvent;
import io.daybook.projection.table.Document;
import io.daybook.projection.table.DocumentTable;
import io.daybook.projection.table.RowTable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Folds the events of an order and of its payments into one row, and its lines into one row each.
 */
final class OrderProjector implements Projector {

    private final DocumentTable<OrderView> orders;
    private final RowTable<OrderTables.Line> lines;

    OrderProjector(JdbcTemplate jdbc) {
        this.orders = OrderTables.orders(jdbc);
        this.lines = OrderTables.lines(jdbc);
    }

    @Override
    public String name() {
        return ProjectionNames.ORDERS;
    }

    @Override
    public Set<String> entityTypes() {
        return Set.of("order", "payment");
    }

    @Override
    public boolean handles(Class<?> payloadType) {
        return OrderEvent.class.isAssignableFrom(payloadType)
                || PaymentEvent.class.isAssignableFrom(payloadType);
    }

    @Override
    public String sequenceKey(Object payload) {
        return switch (payload) {
            case OrderEvent e -> e.orderId().toString();
            case PaymentEvent e -> e.orderId().toString();
            default -> throw unknown(payload);
        };
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        var changed =
                orders.fold(batch, event -> sequenceKey(event.payload()), OrderProjector::evolve);
        orders.save(changed);
        lines.upsert(
                changed.stream()
                        .filter(OrderProjector::hasOtherLines)
                        .flatMap(OrderTables.Line::of)
                        .toList());
    }

    private static @Nullable OrderView evolve(@Nullable OrderView before, RecordedEvent event) {
        return switch (event.payload()) {
            case OrderEvent e ->
                    event.follows(before == null ? 0 : before.version())
                            ? OrderView.evolve(before, e, event.recordedAt())
                            : null;
            case PaymentEvent e -> {
                if (before == null) {
                    throw new ProjectionGapException(event, 0);
                }
                yield event.follows(appliedOf(e.paymentId(), before))
                        ? before.evolve(e, event.recordedAt())
                        : null;
            }
            default -> throw unknown(event.payload());
        };
    }

    private static long appliedOf(PaymentId payment, OrderView order) {
        return order.payments().stream()
                .filter(known -> known.paymentId().equals(payment))
                .mapToLong(PaymentView::version)
                .findFirst()
                .orElse(0);
    }

    private static boolean hasOtherLines(Document<OrderView> order) {
        var before = order.before();
        return before == null || !before.lines().equals(order.view().lines());
    }

    private static IllegalArgumentException unknown(Object payload) {
        return new IllegalArgumentException(
                "Neither of an order nor of a payment: " + payload.getClass().getName());
    }

    @Override
    public void clear() {
        orders.clear();
        lines.clear();
    }
}
