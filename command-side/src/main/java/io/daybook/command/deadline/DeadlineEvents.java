package io.daybook.command.deadline;

import io.daybook.domain.inventory.ReservationExpired;
import io.daybook.domain.inventory.ReservationExtended;
import io.daybook.domain.inventory.StockReserved;
import io.daybook.domain.order.OrderConfirmed;
import io.daybook.domain.order.OrderPaymentReversed;
import io.daybook.domain.order.OrderPlaced;
import io.daybook.domain.order.OrderRejected;
import io.daybook.domain.payment.AuthorisationExpired;
import io.daybook.domain.payment.PaymentAuthorised;
import io.daybook.domain.returns.ReturnApproved;
import io.daybook.domain.returns.ReturnCancelled;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which events set, move or clear deadlines. */
final class DeadlineEvents {

    private static final Set<Class<?>> CONCERNED =
            Set.of(
                    OrderPlaced.class,
                    OrderConfirmed.class,
                    OrderRejected.class,
                    OrderPaymentReversed.class,
                    PaymentAuthorised.class,
                    AuthorisationExpired.class,
                    ReturnApproved.class,
                    ReturnCancelled.class,
                    StockReserved.class,
                    ReservationExtended.class,
                    ReservationExpired.class);

    private DeadlineEvents() {}

    /** Whether events of this type can say anything about a deadline. */
    static boolean concern(Class<?> type) {
        return CONCERNED.contains(type);
    }

    /** What this event says; empty for most. */
    static Optional<DeadlineChange> change(Object event) {
        return switch (event) {
            case OrderPlaced e -> set(only(DeadlineKind.ORDER, e.orderId()), e.expiresAt());
            case OrderConfirmed e -> cleared(only(DeadlineKind.ORDER, e.orderId()));
            case OrderRejected e -> cleared(only(DeadlineKind.ORDER, e.orderId()));
            // It may have had its payment when its time came, and only waited for its release.
            case OrderPaymentReversed e ->
                    set(only(DeadlineKind.ORDER, e.orderId()), e.unpaidUntil());
            case PaymentAuthorised e ->
                    set(only(DeadlineKind.AUTHORISATION, e.paymentId()), e.expiresAt());
            case AuthorisationExpired e -> cleared(only(DeadlineKind.AUTHORISATION, e.paymentId()));
            case ReturnApproved e -> set(only(DeadlineKind.RETURN, e.returnId()), e.expiresAt());
            case ReturnCancelled e -> cleared(only(DeadlineKind.RETURN, e.returnId()));
            // One that ends otherwise is left to ring: most have no deadline, and few ring in vain.
            case StockReserved e ->
                    set(reservation(e.stockItemId(), e.reservationId()), e.expiresAt());
            case ReservationExtended e ->
                    Optional.of(
                            new DeadlineChange.Moved(
                                    reservation(e.stockItemId(), e.reservationId()),
                                    stored(e.expiresAt())));
            case ReservationExpired e -> cleared(reservation(e.stockItemId(), e.reservationId()));
            default -> Optional.empty();
        };
    }

    private static DeadlineId reservation(StockItemId item, ReservationId id) {
        return new DeadlineId(DeadlineKind.RESERVATION, item.toString(), id.value());
    }

    private static DeadlineId only(DeadlineKind kind, Object entity) {
        return new DeadlineId(kind, entity.toString(), "");
    }

    private static Optional<DeadlineChange> cleared(DeadlineId id) {
        return Optional.of(new DeadlineChange.Cleared(id));
    }

    private static Optional<DeadlineChange> set(DeadlineId id, @Nullable Instant dueAt) {
        return dueAt == null
                ? Optional.empty()
                : Optional.of(new DeadlineChange.Set(id, stored(dueAt)));
    }

    /** The table keeps microseconds: a deadline that rang earlier would be refused. */
    private static Instant stored(Instant dueAt) {
        Instant kept = dueAt.truncatedTo(ChronoUnit.MICROS);
        return kept.equals(dueAt) ? kept : kept.plus(1, ChronoUnit.MICROS);
    }
}
