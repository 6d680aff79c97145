package io.daybook.domain.inventory;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.inventory.StockState.Registered;
import io.daybook.domain.shared.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How a promise begins, is extended and ends without a shipment. */
final class ReservationRules {

    private ReservationRules() {}

    static Decision<StockEvent, StockRejection> reserve(ReserveStock command, Registered item) {
        var existing = item.book().find(command.reservationId());
        if (existing.isPresent()) {
            return repeated(command, existing.get());
        }
        LocalDate today = day(command.requestedAt());
        long promisable = promisable(item, today);
        if (promisable - command.quantity() < -item.backorderLimit()) {
            return refused(
                    new StockRejection.InsufficientStock(
                            item.id(), command.quantity(), promisable, item.backorderLimit()));
        }
        int backordered = Math.clamp(command.quantity() - promisable, 0, command.quantity());
        return accepted(
                new StockReserved(
                        item.id(),
                        command.reservationId(),
                        command.quantity(),
                        command.reference(),
                        command.expiresAt(),
                        item.lots().firstExpiring(command.quantity() - backordered, today),
                        backordered == 0 ? null : backordered,
                        backordered == 0 ? null : item.policy().promisedOn(today)));
    }

    private static Decision<StockEvent, StockRejection> repeated(
            ReserveStock command, Reservation existing) {
        if (existing.status() != Reservation.Status.PROMISED) {
            return refused(
                    new StockRejection.ReservationEnded(command.reservationId(), existing.end()));
        }
        return existing.quantity() == command.quantity()
                ? nothingToDo()
                : refused(
                        new StockRejection.ReservationDiffers(
                                existing.quantity(), command.quantity()));
    }

    /**
     * Units that may be promised on that day; below zero when units are promised that are not
     * there.
     */
    static long promisable(Registered item, @Nullable LocalDate today) {
        return item.available() - item.lots().unusableOn(today);
    }

    static @Nullable LocalDate day(@Nullable Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    static Decision<StockEvent, StockRejection> extend(ExtendReservation command, Registered item) {
        var found = item.book().find(command.reservationId());
        if (found.isEmpty()) {
            return refused(new StockRejection.UnknownReservation(command.reservationId()));
        }
        Reservation reservation = found.get();
        if (reservation.ended()) {
            return refused(
                    new StockRejection.ReservationEnded(
                            command.reservationId(), reservation.end()));
        }
        Instant until = reservation.expiresAt();
        if (command.expiresAt().equals(until)) {
            return nothingToDo();
        }
        return until == null || command.expiresAt().isBefore(until)
                ? refused(new StockRejection.NotAnExtension(until, command.expiresAt()))
                : accepted(
                        new ReservationExtended(
                                item.id(), command.reservationId(), command.expiresAt()));
    }

    /** What is forgotten has ended, so that nobody has to look it up for a deadline. */
    static Decision<StockEvent, StockRejection> expire(ExpireReservation command, Registered item) {
        var found = item.book().find(command.reservationId());
        if (found.isEmpty()) {
            return item.book().mayHaveForgotten(command.reservationId())
                    ? nothingToDo()
                    : refused(new StockRejection.UnknownReservation(command.reservationId()));
        }
        Reservation reservation = found.get();
        if (reservation.ended()) {
            return nothingToDo();
        }
        Instant until = reservation.expiresAt();
        return until == null || command.now().isBefore(until)
                ? refused(new StockRejection.NotDue(until))
                : accepted(
                        new ReservationExpired(
                                item.id(),
                                command.reservationId(),
                                reservation.open(),
                                reservation.lots(),
                                reservation.missing()));
    }

    /** What expired is given back already: nothing to do, like for what was released before. */
    static Decision<StockEvent, StockRejection> release(
            ReleaseReservation command, Registered item) {
        var found = item.book().find(command.reservationId());
        if (found.isEmpty()) {
            return refused(new StockRejection.UnknownReservation(command.reservationId()));
        }
        Reservation reservation = found.get();
        if (reservation.status() != Reservation.Status.PROMISED) {
            return nothingToDo();
        }
        return reservation.ended()
                ? refused(
                        new StockRejection.ReservationEnded(
                                command.reservationId(), reservation.end()))
                : accepted(
                        new ReservationReleased(
                                item.id(),
                                command.reservationId(),
                                reservation.open(),
                                command.reason(),
                                reservation.lots(),
                                reservation.missing()));
    }

    /** Units that are not there yet are given up first, then those that expire last. */
    static Decision<StockEvent, StockRejection> reduce(ReduceReservation command, Registered item) {
        var found = item.book().find(command.reservationId());
        if (found.isEmpty()) {
            return refused(new StockRejection.UnknownReservation(command.reservationId()));
        }
        Reservation reservation = found.get();
        if (reservation.reductions().contains(command.reduction())) {
            return nothingToDo();
        }
        if (reservation.ended()) {
            return refused(
                    new StockRejection.ReservationEnded(
                            command.reservationId(), reservation.end()));
        }
        int remaining = reservation.open() - command.quantity();
        if (remaining < 0) {
            return refused(
                    new StockRejection.ExceedsReservation(command.quantity(), reservation.open()));
        }
        int backordered = Math.min(command.quantity(), reservation.backordered());
        int kept = remaining - (reservation.backordered() - backordered);
        return accepted(
                new ReservationReduced(
                        item.id(),
                        command.reservationId(),
                        command.quantity(),
                        remaining,
                        command.reduction(),
                        LotUnits.without(
                                reservation.lots(), LotUnits.first(reservation.lots(), kept)),
                        backordered == 0 ? null : backordered));
    }
}
