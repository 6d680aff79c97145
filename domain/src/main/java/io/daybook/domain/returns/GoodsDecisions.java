package io.daybook.domain.returns;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.returns.ReturnState.Requested;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Sku;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happens to the goods of a return: parcels and inspections. */
final class GoodsDecisions {

    private GoodsDecisions() {}

    static Decision<ReturnEvent, ReturnRejection> receive(ReceiveReturn command, Requested known) {
        ReturnReceived earlier = known.reports().parcels().get(command.parcel());
        if (earlier != null) {
            return isSame(command, earlier)
                    ? nothingToDo()
                    : refused(new ReturnRejection.IdReused("parcel", command.parcel()));
        }
        if (known.ledger().claim()) {
            return refused(new ReturnRejection.NoGoodsExpected(command.returnId()));
        }
        return switch (known.status()) {
            case APPROVED, PARTLY_RECEIVED, RECEIVED, INSPECTED -> received(command, known);
            case REQUESTED, DECLINED, SETTLED, CLOSED, CANCELLED, EXPIRED ->
                    ReturnDecider.wrongStatus("ReceiveReturn", known);
        };
    }

    private static Decision<ReturnEvent, ReturnRejection> received(
            ReceiveReturn command, Requested known) {
        var lines = new ArrayList<LineQuantity>();
        var unexpected = new ArrayList<UnexpectedItem>();
        for (var entry : summed(command.lines()).entrySet()) {
            LineUnits line = known.ledger().line(entry.getKey()).orElse(null);
            if (line == null) {
                return refused(new ReturnRejection.UnknownLine(entry.getKey()));
            }
            int units = Math.toIntExact(entry.getValue());
            int announced = Math.min(units, line.outstanding());
            if (announced > 0) {
                lines.add(new LineQuantity(entry.getKey(), announced));
            }
            if (units > announced) {
                unexpected.add(
                        new UnexpectedItem(
                                entry.getKey(), line.line().sku(), units - announced, null));
            }
        }
        unexpected.addAll(command.unexpected());
        var received =
                new ReturnReceived(
                        command.returnId(),
                        known.request().orderId(),
                        command.parcel(),
                        lines,
                        unexpected,
                        List.of());
        return accepted(
                new ReturnReceived(
                        received.returnId(),
                        received.orderId(),
                        received.parcel(),
                        lines,
                        unexpected,
                        known.ledger().evolve(received).quantities(LineUnits::received)));
    }

    /** What was too much of a line was reported as units of the line. */
    private static boolean isSame(ReceiveReturn command, ReturnReceived earlier) {
        var units = summed(earlier.lines());
        var other = new ArrayList<UnexpectedItem>();
        for (UnexpectedItem item : earlier.unexpected()) {
            LineId lineId = item.lineId();
            if (lineId == null) {
                other.add(item);
            } else {
                units.merge(lineId, (long) item.quantity(), Long::sum);
            }
        }
        return units.equals(summed(command.lines())) && other.equals(command.unexpected());
    }

    static Decision<ReturnEvent, ReturnRejection> inspect(InspectReturn command, Requested known) {
        ReturnInspected earlier = known.reports().inspections().get(command.inspection());
        if (earlier != null) {
            return earlier.lines().equals(command.lines())
                    ? nothingToDo()
                    : refused(new ReturnRejection.IdReused("inspection", command.inspection()));
        }
        if (known.ledger().claim()) {
            return refused(new ReturnRejection.NoGoodsExpected(command.returnId()));
        }
        return switch (known.status()) {
            case APPROVED, PARTLY_RECEIVED, RECEIVED -> inspected(command, known);
            case REQUESTED, DECLINED, INSPECTED, SETTLED, CLOSED, CANCELLED, EXPIRED ->
                    ReturnDecider.wrongStatus("InspectReturn", known);
        };
    }

    private static Decision<ReturnEvent, ReturnRejection> inspected(
            InspectReturn command, Requested known) {
        Optional<ReturnRejection> refusal = refusal(command, known);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        var inspected =
                new ReturnInspected(
                        command.returnId(),
                        known.request().orderId(),
                        command.inspection(),
                        known.ledger().settlements().size() + 1,
                        command.lines(),
                        restocks(command, known));
        return accepted(
                inspected,
                SettlementDecisions.next(ReturnDecider.after(known, List.of(inspected))));
    }

    /** Only accepted units, each once; what is thrown away is never on the books again. */
    private static List<Restock> restocks(InspectReturn command, Requested known) {
        return command.lines().stream()
                .filter(InspectedUnits::accepted)
                .flatMap(units ->
                        restock(units, known.ledger().line(units.lineId()).orElseThrow().line())
                                .stream())
                .toList();
    }

    private static Optional<Restock> restock(InspectedUnits units, ReturnLine line) {
        return switch (units.disposition()) {
            case RESTOCK -> Optional.of(restock(units, line, line.sku(), false));
            case RESTOCK_B_GRADE -> Optional.of(restock(units, line, BGrade.of(line.sku()), false));
            case QUARANTINE -> Optional.of(restock(units, line, line.sku(), true));
            case SCRAP, SEND_BACK, MISSING -> Optional.empty();
        };
    }

    private static Restock restock(
            InspectedUnits units, ReturnLine line, Sku sku, boolean quarantine) {
        return new Restock(
                sku, units.at(line), units.quantity(), quarantine, units.lot(), units.serials());
    }

    private static Optional<ReturnRejection> refusal(InspectReturn command, Requested known) {
        var judged = new LinkedHashMap<LineId, Long>();
        var missing = new LinkedHashMap<LineId, Long>();
        for (InspectedUnits units : command.lines()) {
            LineId lineId = units.lineId();
            if (known.ledger().line(lineId).isEmpty()) {
                return Optional.of(new ReturnRejection.UnknownLine(lineId));
            }
            if (!units.disposition().fits(units.accepted())) {
                return Optional.of(
                        new ReturnRejection.DispositionContradicts(
                                lineId, units.disposition(), units.accepted()));
            }
            boolean isMissing = units.disposition() == Disposition.MISSING;
            judged.merge(lineId, isMissing ? 0L : units.quantity(), Long::sum);
            missing.merge(lineId, isMissing ? units.quantity() : 0L, Long::sum);
        }
        return judged.keySet().stream()
                .flatMap(lineId ->
                        refusal(
                                known,
                                lineId,
                                judged.getOrDefault(lineId, 0L),
                                missing.getOrDefault(lineId, 0L))
                                .stream())
                .findFirst();
    }

    private static Optional<ReturnRejection> refusal(
            Requested known, LineId lineId, long judged, long missing) {
        LineUnits line = known.ledger().line(lineId).orElseThrow();
        if (judged > line.uninspected()) {
            return Optional.of(
                    new ReturnRejection.ExceedsReceived(lineId, judged, line.uninspected()));
        }
        int open = Math.toIntExact(line.outstanding() + line.uninspected() - judged);
        return missing > open
                ? Optional.of(new ReturnRejection.ExceedsAnnounced(lineId, missing, open))
                : Optional.empty();
    }

    /** A request that names the same line twice is judged on the sum. */
    private static Map<LineId, Long> summed(List<LineQuantity> lines) {
        var sums = new LinkedHashMap<LineId, Long>();
        lines.forEach(line -> sums.merge(line.lineId(), (long) line.quantity(), Long::sum));
        return sums;
    }
}
