package io.daybook.query.order;

import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.order.OrderView;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.read.Lookup;
import io.daybook.domain.read.Moment;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.TenantId;
import io.daybook.query.history.Continuation;
import io.daybook.query.history.LoggedEvent;
import io.daybook.query.history.StoredEvents;
import io.daybook.query.read.Row;
import io.daybook.query.read.ViewJson;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Orders as they were: their own events and those of their payments, folded in log order. */
public final class OrderHistory {

    /**
     * One statement, so one snapshot. An order's payments are those that it asked for itself and
     * those that somebody else started for it; of the latter only the read models know.
     */
    private static final String EVENTS =
            """
            WITH own AS (
              SELECT * FROM daybook.domain_event_entry WHERE tenant = :tenant AND aggregate_identifier = :id
            ), payments AS (
              SELECT convert_from(payload, 'UTF8')::json ->> 'paymentId' AS id FROM own
              WHERE payload_type IN ('OrderPaymentRequested', 'OrderPaymentRecorded', 'LatePaymentRecorded')
              UNION SELECT payment_id FROM readmodel.payment WHERE tenant = :tenant AND order_id = :id
              UNION SELECT json_array_elements(document -> 'payments') ->> 'paymentId'
              FROM readmodel.order_summary WHERE tenant = :tenant AND order_id = :id
            )
            SELECT %1$s FROM own
            UNION ALL SELECT %1$s FROM daybook.domain_event_entry
            WHERE tenant = :tenant AND type = 'payment' AND aggregate_identifier IN (SELECT id FROM payments)
            ORDER BY global_index
            """
                    .formatted(LoggedEvent.COLUMNS);

    private final DatabaseClient database;
    private final StoredEvents<OrderEvent> orderEvents = new StoredEvents<>(OrderEvent.class);
    private final StoredEvents<PaymentEvent> paymentEvents = new StoredEvents<>(PaymentEvent.class);

    public OrderHistory(DatabaseClient database) {
        this.database = database;
    }

    Mono<Lookup> at(TenantId tenant, OrderId orderId, Moment moment) {
        return past(tenant, orderId.value(), moment).map(this::lookup);
    }

    /** As {@link Continuation}. */
    public Mono<Continuation.Change> continued(
            TenantId tenant, String id, long version, List<LoggedEvent> further) {
        return past(tenant, id, new Moment.AtVersion(version))
                .map(past -> {
                    var before = folded(null, id, past);
                    return new Continuation.Change(
                            before, Objects.requireNonNull(folded(before, id, further)));
                });
    }

    private Mono<List<LoggedEvent>> past(TenantId tenant, String id, Moment moment) {
        return database.sql(EVENTS)
                .bind("tenant", tenant.value())
                .bind("id", id)
                .map(columns -> LoggedEvent.of(new Row(columns)))
                .all()
                .collectList()
                .map(events -> OrderPast.upTo(moment, id, events));
    }

    private Lookup lookup(List<LoggedEvent> past) {
        if (past.isEmpty()) {
            return Lookup.NOTHING;
        }
        var view = Objects.requireNonNull(folded(null, past.getFirst().entityId(), past));
        return Lookup.of(ViewJson.of(view), view.version());
    }

    /** {@code null} before the first event, which is the order's own. */
    private @Nullable OrderView folded(
            @Nullable OrderView before, String orderId, List<LoggedEvent> events) {
        var view = before;
        for (var event : events) {
            view =
                    view == null || event.entityId().equals(orderId)
                            ? OrderView.evolve(view, orderEvents.read(event), event.recordedAt())
                            : view.evolve(paymentEvents.read(event), event.recordedAt());
        }
        return view;
    }
}
