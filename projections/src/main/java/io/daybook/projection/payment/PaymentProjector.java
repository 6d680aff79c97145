package io.daybook.projection.payment;

import static io.daybook.projection.table.Column.amount;
import static io.daybook.projection.table.Column.text;
import static io.daybook.projection.table.Column.time;
import static io.daybook.projection.table.Column.whole;

import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.PaymentView;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.projection.Projector;
import io.daybook.projection.RecordedEvent;
import io.daybook.projection.table.DocumentTable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Folds the events of a payment into its row. */
final class PaymentProjector implements Projector {

    private final DocumentTable<PaymentView> payments;

    PaymentProjector(JdbcTemplate jdbc) {
        this.payments =
                new DocumentTable<>(
                        jdbc,
                        "readmodel.payment",
                        "payment_id",
                        PaymentView.class,
                        List.of(
                                text("order_id", PaymentView::orderId),
                                text("status", PaymentView::status),
                                text("method", PaymentView::method),
                                text("currency", PaymentView::currency),
                                amount("amount", PaymentView::amount),
                                amount("authorised", PaymentView::authorised),
                                amount("captured", PaymentView::captured),
                                amount("refunded", PaymentView::refunded),
                                amount("voided", PaymentView::voided),
                                amount("charged_back", PaymentView::chargedBack),
                                amount("expired", PaymentView::expired),
                                amount("disputed", PaymentView::disputed),
                                time("expires_at", PaymentView::expiresAt),
                                whole("version", PaymentView::version),
                                time("created_at", PaymentView::createdAt),
                                time("updated_at", PaymentView::updatedAt)));
    }

    @Override
    public String name() {
        return ProjectionNames.PAYMENTS;
    }

    @Override
    public Set<String> entityTypes() {
        return Set.of("payment");
    }

    @Override
    public boolean handles(Class<?> payloadType) {
        return PaymentEvent.class.isAssignableFrom(payloadType);
    }

    @Override
    public String sequenceKey(Object payload) {
        return ((PaymentEvent) payload).paymentId().toString();
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        payments.save(
                payments.fold(
                        batch, event -> sequenceKey(event.payload()), PaymentProjector::evolve));
    }

    private static @Nullable PaymentView evolve(@Nullable PaymentView before, RecordedEvent event) {
        return event.follows(before == null ? 0 : before.version())
                ? PaymentView.evolve(before, (PaymentEvent) event.payload(), event.recordedAt())
                : null;
    }

    @Override
    public void clear() {
        payments.clear();
    }
}
