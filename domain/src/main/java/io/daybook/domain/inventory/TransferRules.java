package io.daybook.domain.inventory;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.inventory.StockState.Registered;
import io.daybook.domain.inventory.Transfer.Direction;
import io.daybook.domain.inventory.Transfer.Stage;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Units on their way between two locations. */
final class TransferRules {

    private TransferRules() {}

    static Decision<StockEvent, StockRejection> dispatch(TransferStock command, Registered item) {
        if (command.to().equals(item.id().location())) {
            return refused(new TransferRejection.SameLocation(command.to()));
        }
        var known = item.transfers().get(command.transferId());
        if (known.isPresent()) {
            return repeated(known.get(), Direction.OUT, command.to(), command.quantity());
        }
        LocalDate today = ReservationRules.day(command.requestedAt());
        long promisable = ReservationRules.promisable(item, today);
        if (promisable < command.quantity()) {
            return refused(
                    new StockRejection.InsufficientStock(
                            item.id(), command.quantity(), promisable, 0));
        }
        return item.serials()
                .goingOut(command.serials(), command.quantity())
                .<Decision<StockEvent, StockRejection>>map(Decision::refused)
                .orElseGet(() ->
                        accepted(
                                new TransferDispatched(
                                        item.id(),
                                        command.transferId(),
                                        command.to(),
                                        command.quantity(),
                                        item.lots().firstExpiring(command.quantity(), today),
                                        command.serials())));
    }

    static Decision<StockEvent, StockRejection> announce(
            AnnounceTransfer command, Registered item) {
        return item.transfers()
                .get(command.transferId())
                .map(known -> repeated(known, Direction.IN, command.from(), command.quantity()))
                .orElseGet(() ->
                        accepted(
                                new TransferAnnounced(
                                        item.id(),
                                        command.transferId(),
                                        command.from(),
                                        command.quantity(),
                                        command.lots(),
                                        command.serials())));
    }

    private static Decision<StockEvent, StockRejection> repeated(
            Transfer known, Direction direction, Location other, int quantity) {
        return known.direction() == direction
                        && known.other().equals(other)
                        && known.quantity() == quantity
                ? nothingToDo()
                : refused(new TransferRejection.TransferDiffers(known.transferId()));
    }

    static Decision<StockEvent, StockRejection> receive(ReceiveTransfer command, Registered item) {
        var found = item.transfers().get(command.transferId());
        if (found.isEmpty()) {
            return refused(new TransferRejection.UnknownTransfer(command.transferId()));
        }
        Transfer transfer = found.get();
        if (transfer.direction() == Direction.OUT) {
            return refused(new TransferRejection.WrongEndOfTransfer(transfer.other()));
        }
        int missing = transfer.quantity() - command.received();
        if (transfer.stage() == Stage.ENDED) {
            return transfer.missing() == missing
                    ? nothingToDo()
                    : refused(new TransferRejection.TransferNotOpen("received"));
        }
        boolean serialsFollow = missing == 0 && command.serials().isEmpty();
        List<SerialNumber> serials = serialsFollow ? transfer.serials() : command.serials();
        if (serials.isEmpty() && !transfer.serials().isEmpty() && command.received() > 0) {
            return refused(new LotRejection.SerialsDoNotMatch(0, command.received()));
        }
        return ShelfRules.comingIn(item, command.received(), null, null, serials)
                .or(() -> otherLots(item, transfer))
                .<Decision<StockEvent, StockRejection>>map(Decision::refused)
                .orElseGet(() ->
                        accepted(
                                new TransferReceived(
                                        item.id(),
                                        transfer.transferId(),
                                        transfer.other(),
                                        transfer.quantity(),
                                        command.received(),
                                        command.reason(),
                                        LotUnits.first(transfer.lots(), command.received()),
                                        serials)));
    }

    /** A lot that is known here with another day of expiry. */
    private static Optional<StockRejection> otherLots(Registered item, Transfer transfer) {
        return transfer.lots().stream()
                .flatMap(units ->
                        item
                                .lots()
                                .find(units.lot())
                                .filter(known ->
                                        !Objects.equals(known.expiresOn(), units.expiresOn()))
                                .stream())
                .findFirst()
                .map(known -> new LotRejection.LotDiffers(known.lot(), known.expiresOn()));
    }

    static Decision<StockEvent, StockRejection> confirm(ConfirmTransfer command, Registered item) {
        var found = item.transfers().get(command.transferId());
        if (found.isEmpty()) {
            return refused(new TransferRejection.UnknownTransfer(command.transferId()));
        }
        Transfer transfer = found.get();
        int missing = transfer.quantity() - command.received();
        if (transfer.stage() != Stage.IN_TRANSIT) {
            return transfer.missing() == missing
                    ? nothingToDo()
                    : refused(new TransferRejection.TransferNotOpen(transfer.stage().label()));
        }
        return accepted(
                new TransferConfirmed(
                        item.id(),
                        transfer.transferId(),
                        command.received(),
                        missing,
                        LotUnits.without(transfer.lots(), command.lots()),
                        transfer.serials().stream()
                                .filter(serial -> !command.serials().contains(serial))
                                .toList()));
    }

    static Decision<StockEvent, StockRejection> resolve(ResolveTransfer command, Registered item) {
        var found = item.transfers().get(command.transferId());
        if (found.isEmpty()) {
            return refused(new TransferRejection.UnknownTransfer(command.transferId()));
        }
        Transfer transfer = found.get();
        if (transfer.direction() == Direction.IN) {
            return refused(new TransferRejection.WrongEndOfTransfer(transfer.other()));
        }
        if (command.resolution() == transfer.resolution()) {
            return nothingToDo();
        }
        if (transfer.stage() != Stage.DISPUTED) {
            return refused(new TransferRejection.TransferNotOpen(transfer.stage().label()));
        }
        int surplus = -transfer.missing();
        boolean takesMore =
                command.resolution() == DiscrepancyResolution.CORRECTED_AT_SOURCE && surplus > 0;
        Optional<StockRejection> broken =
                takesMore ? ShelfRules.goingOut(item, surplus, null) : Optional.empty();
        return broken.<Decision<StockEvent, StockRejection>>map(Decision::refused)
                .orElseGet(() ->
                        accepted(
                                new TransferDiscrepancyResolved(
                                        item.id(),
                                        transfer.transferId(),
                                        transfer.missing(),
                                        command.resolution(),
                                        command.reason(),
                                        transfer.lots(),
                                        transfer.serials())));
    }
}
