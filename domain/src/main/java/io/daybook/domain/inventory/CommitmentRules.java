package io.daybook.domain.inventory;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.inventory.StockState.Registered;
import io.daybook.domain.shared.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** How promised units leave the building. */
final class CommitmentRules {

    private CommitmentRules() {}

    static Decision<StockEvent, StockRejection> commit(CommitReservation command, Registered item) {
        var found = item.book().find(command.reservationId());
        if (found.isEmpty()) {
            return refused(new StockRejection.UnknownReservation(command.reservationId()));
        }
        Reservation reservation = found.get();
        if (reservation.commitments().contains(command.commitment())) {
            return nothingToDo();
        }
        boolean late = reservation.status() == Reservation.Status.EXPIRED;
        int left = late ? reservation.unshipped() : reservation.open();
        if (left == 0) {
            return refused(
                    new StockRejection.ReservationEnded(
                            command.reservationId(), reservation.end()));
        }
        int quantity = Objects.requireNonNullElse(command.quantity(), left);
        if (quantity > left) {
            return refused(new StockRejection.ExceedsReservation(quantity, left));
        }
        return item.serials()
                .goingOut(command.serials(), quantity)
                .<Decision<StockEvent, StockRejection>>map(Decision::refused)
                .orElseGet(() ->
                        late
                                ? late(command, item, quantity)
                                : inTime(command, item, reservation, quantity));
    }

    private static Decision<StockEvent, StockRejection> inTime(
            CommitReservation command, Registered item, Reservation reservation, int quantity) {
        if (quantity > reservation.open() - reservation.backordered()) {
            return refused(
                    new StockRejection.Backordered(
                            reservation.open(),
                            reservation.backordered(),
                            reservation.promisedOn()));
        }
        if (item.level().sellable() < quantity) {
            return refused(new StockRejection.NegativeStock(item.level().sellable() - quantity));
        }
        List<LotUnits> promised = LotUnits.first(reservation.lots(), quantity);
        long beyond = quantity - LotUnits.sum(promised) - Math.max(0, item.withoutLot());
        List<LotUnits> others =
                beyond <= 0
                        ? List.of()
                        : item.lots()
                                .anyUnits(
                                        Math.toIntExact(beyond),
                                        ReservationRules.day(command.committedAt()));
        return LotUnits.sum(others) < beyond
                ? refused(new StockRejection.NegativeStock(LotUnits.sum(others) - beyond))
                : accepted(
                        new ReservationCommitted(
                                item.id(),
                                command.reservationId(),
                                quantity,
                                reservation.open() - quantity,
                                command.commitment(),
                                promised,
                                others,
                                command.serials()));
    }

    /** The promise is over: only what nobody else is promised may leave. */
    private static Decision<StockEvent, StockRejection> late(
            CommitReservation command, Registered item, int quantity) {
        LocalDate today = ReservationRules.day(command.committedAt());
        long promisable = ReservationRules.promisable(item, today);
        return promisable < quantity
                ? refused(new StockRejection.InsufficientStock(item.id(), quantity, promisable, 0))
                : accepted(
                        new ReservationCommittedLate(
                                item.id(),
                                command.reservationId(),
                                quantity,
                                command.commitment(),
                                item.lots().firstExpiring(quantity, today),
                                command.serials()));
    }
}
