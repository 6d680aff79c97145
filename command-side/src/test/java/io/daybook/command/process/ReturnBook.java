package io.daybook.command.process;

import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.returns.InspectedUnits;
import io.daybook.domain.returns.RefundStep;
import io.daybook.domain.returns.ReplacementRequested;
import io.daybook.domain.returns.ReturnApproved;
import io.daybook.domain.returns.ReturnCancelled;
import io.daybook.domain.returns.ReturnClosed;
import io.daybook.domain.returns.ReturnDeclined;
import io.daybook.domain.returns.ReturnEvent;
import io.daybook.domain.returns.ReturnExpired;
import io.daybook.domain.returns.ReturnInspected;
import io.daybook.domain.returns.ReturnLine;
import io.daybook.domain.returns.ReturnReceived;
import io.daybook.domain.returns.ReturnRefundFailed;
import io.daybook.domain.returns.ReturnRefundMade;
import io.daybook.domain.returns.ReturnRequested;
import io.daybook.domain.returns.ReturnSettled;
import io.daybook.domain.returns.ReturnSettlementDue;
import io.daybook.domain.returns.ReturnSettlementPlanned;
import io.daybook.domain.returns.ReturnUnitsLapsed;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One return as its events tell it: its units, and what its settlements say about money. */
final class ReturnBook {

    /** What was decided about a return as a whole. */
    enum Stage {
        REQUESTED,
        APPROVED,
        SETTLED,
        CLOSED,
        DECLINED,
        CANCELLED,
        EXPIRED;

        boolean isOver() {
            return this != REQUESTED && this != APPROVED;
        }
    }

    /** The units of one line. */
    static final class Units {
        final int announced;
        final BigDecimal paid;
        int arrived;
        int missing;
        int lapsed;
        int accepted;
        int kept;
        int sentBack;

        Units(ReturnLine line) {
            announced = line.quantity();
            paid = line.paid().amount();
        }

        int judged() {
            return accepted + kept + sentBack;
        }

        BigDecimal value() {
            return paid.multiply(BigDecimal.valueOf(accepted))
                    .divide(BigDecimal.valueOf(announced), 2, RoundingMode.HALF_UP);
        }
    }

    final ReturnId id;
    final OrderId orderId;
    private final ReturnKind kind;
    private final Map<LineId, Units> lines = new LinkedHashMap<>();
    private Stage stage = Stage.REQUESTED;
    private @Nullable OrderId replacement;
    private BigDecimal fees = BigDecimal.ZERO;
    private BigDecimal made = BigDecimal.ZERO;
    private BigDecimal refunded = BigDecimal.ZERO;
    private BigDecimal unpaid = BigDecimal.ZERO;
    private final Set<Integer> unplanned = new HashSet<>();
    private final Map<Integer, BigDecimal> open = new HashMap<>();
    private final Map<String, RefundStep> paying = new LinkedHashMap<>();
    private final RestockBook restocks = new RestockBook();
    private String broken = "";

    ReturnBook(ReturnRequested first) {
        id = first.returnId();
        orderId = first.orderId();
        kind = first.kind();
        first.lines().forEach(line -> lines.put(line.lineId(), new Units(line)));
    }

    Stage stage() {
        return stage;
    }

    boolean isClaim() {
        return kind == ReturnKind.CLAIM;
    }

    Collection<LineId> lines() {
        return lines.keySet();
    }

    Units units(LineId line) {
        Units units = lines.get(line);
        if (units == null) {
            throw new IllegalStateException(id + " has no line " + line);
        }
        return units;
    }

    /** The order of the goods that are sent instead. */
    @Nullable OrderId replacement() {
        return replacement;
    }

    RestockBook restocks() {
        return restocks;
    }

    /** Units that no other return may count as well. */
    int counted(LineId line) {
        Units units = lines.get(line);
        if (units == null) {
            return 0;
        }
        return switch (stage) {
            case REQUESTED, APPROVED -> units.announced;
            case SETTLED, CLOSED -> units.accepted + units.kept;
            case DECLINED, CANCELLED, EXPIRED -> 0;
        };
    }

    /** What the customer gets for the units that are accepted. */
    BigDecimal entitled() {
        return lines.values().stream()
                .map(Units::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(fees)
                .max(BigDecimal.ZERO);
    }

    BigDecimal made() {
        return made;
    }

    /** What the customer need not pay: without what he got as goods or as credit. */
    BigDecimal waived() {
        return refunded.add(unpaid);
    }

    /** Whether somebody is paying, or about to. */
    boolean isPaying() {
        return !unplanned.isEmpty() || !paying.isEmpty();
    }

    /** Whether money is due that nobody is paying. */
    boolean isOwing() {
        return !isPaying() && open.values().stream().anyMatch(amount -> amount.signum() != 0);
    }

    /** Whether nothing is left to be judged or sent. */
    boolean isJudged() {
        return stage == Stage.APPROVED
                && lines.values().stream()
                        .allMatch(units ->
                                units.judged() + units.missing + units.lapsed == units.announced);
    }

    void note(ReturnEvent event) {
        switch (event) {
            case ReturnRequested _ -> require(stage == Stage.REQUESTED, "requested twice");
            case ReturnApproved e -> approve(e);
            case ReplacementRequested e -> replacement = e.replacementId();
            case ReturnDeclined _ -> moves(Stage.DECLINED, Stage.REQUESTED);
            case ReturnReceived e -> e.lines().forEach(this::arrive);
            case ReturnInspected e -> {
                e.lines().forEach(this::judge);
                restocks.due(e.lines());
            }
            case ReturnUnitsLapsed e ->
                    e.lines().forEach(line -> units(line.lineId()).lapsed += line.quantity());
            case ReturnSettlementDue e -> {
                open.putIfAbsent(e.settlement(), e.amount().amount());
                require(unplanned.add(e.settlement()), "due while it is due");
            }
            case ReturnSettlementPlanned e -> plan(e);
            case ReturnRefundMade e -> {
                RefundStep step = answered(e.operationId());
                made = made.add(e.amount().amount());
                if (step != null && step.target() == RefundStep.Target.PAYMENT) {
                    refunded = refunded.add(e.amount().amount());
                }
            }
            case ReturnRefundFailed e -> {
                answered(e.operationId());
                open.merge(e.settlement(), e.amount().amount(), BigDecimal::add);
            }
            case ReturnSettled e -> settle(e);
            case ReturnCancelled _ -> moves(Stage.CANCELLED, Stage.REQUESTED, Stage.APPROVED);
            case ReturnExpired _ -> moves(Stage.EXPIRED, Stage.APPROVED);
            case ReturnClosed _ -> moves(Stage.CLOSED, Stage.SETTLED);
        }
    }

    private void approve(ReturnApproved event) {
        moves(Stage.APPROVED, Stage.REQUESTED);
        fees = event.restockingFee().amount().add(event.returnShippingFee().amount());
        if (isClaim()) {
            lines.values().forEach(units -> units.accepted = units.announced);
        }
    }

    private void arrive(LineQuantity line) {
        units(line.lineId()).arrived += line.quantity();
    }

    private void judge(InspectedUnits found) {
        Units units = units(found.lineId());
        switch (found.disposition()) {
            case MISSING -> {
                int toCome = units.announced - units.arrived - units.missing - units.lapsed;
                // Counted at the gate, and not in the parcel after all.
                units.arrived -= Math.max(0, found.quantity() - toCome);
                units.missing += found.quantity();
            }
            case SEND_BACK -> units.sentBack += found.quantity();
            case RESTOCK, RESTOCK_B_GRADE, QUARANTINE, SCRAP -> {
                if (found.accepted()) {
                    units.accepted += found.quantity();
                } else {
                    units.kept += found.quantity();
                }
            }
        }
    }

    private void plan(ReturnSettlementPlanned event) {
        require(unplanned.remove(event.settlement()), "planned twice");
        BigDecimal planned = event.unpaid().amount();
        unpaid = unpaid.add(planned);
        for (RefundStep step : event.steps()) {
            paying.put(step.operationId(), step);
            planned = planned.add(step.amount().amount());
        }
        open.merge(event.settlement(), planned.negate(), BigDecimal::add);
    }

    private @Nullable RefundStep answered(String operation) {
        RefundStep step = paying.remove(operation);
        require(step != null, "an answer to nothing");
        return step;
    }

    private void settle(ReturnSettled event) {
        require(isJudged(), "settled too early");
        moves(Stage.SETTLED, Stage.APPROVED);
        require(!isPaying() && !isOwing(), "settled, and money is due");
        require(event.refunded().amount().compareTo(made) == 0, "settled with another amount");
        for (LineId line : lines.keySet()) {
            int back =
                    event.returned().stream()
                            .filter(each -> each.lineId().equals(line))
                            .mapToInt(LineQuantity::quantity)
                            .sum();
            require(back == counted(line), "settled with other units");
        }
    }

    String brokenLaw() {
        for (Units units : lines.values()) {
            int ends = units.missing + units.lapsed;
            if (units.arrived + ends > units.announced && !isClaim()) {
                return "more came or was missed than was announced";
            }
            if (units.judged() > (isClaim() ? units.announced : units.arrived)) {
                return "more was judged than came";
            }
        }
        BigDecimal all =
                paying.values().stream()
                        .map(step -> step.amount().amount())
                        .reduce(made, BigDecimal::add)
                        .add(unpaid);
        if (all.compareTo(entitled()) > 0) {
            return "%s of %s are paid or about to be".formatted(all, entitled());
        }
        return broken.isEmpty() ? restocks.brokenLaw() : broken;
    }

    private void moves(Stage to, Stage... from) {
        require(List.of(from).contains(stage), stage + " became " + to);
        stage = to;
    }

    private void require(boolean holds, String law) {
        if (!holds && broken.isEmpty()) {
            broken = law;
        }
    }
}
