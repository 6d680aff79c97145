package io.daybook.domain.returns;

import io.daybook.domain.Scenario;
import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.order.OrderFixtures;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.RefundTo;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import io.daybook.domain.shared.Sku;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A return of three packs of tea for 10.00 together, and of two cups for 20.00. */
public final class ReturnFixtures {

    public static final ReturnId ID =
            ReturnId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000009L));
    public static final OrderId ORDER = OrderFixtures.ID;
    public static final PaymentId PAYMENT = PaymentId.forOrder(ORDER);
    public static final OrderId REPLACEMENT = OrderId.forReplacement(ID);
    static final CustomerId CUSTOMER = new CustomerId("c-1");
    public static final LineId TEA = OrderFixtures.TEA;
    public static final LineId CUPS = OrderFixtures.CUPS;
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final Instant DEADLINE = Instant.parse("2026-03-31T12:00:00Z");

    private ReturnFixtures() {}

    static Scenario<ReturnCommand, ReturnState, ReturnEvent, ReturnRejection> aReturn() {
        return new Scenario<>(ReturnState.initial(), ReturnState::evolve, ReturnDecider::decide);
    }

    static Scenario<ReturnCommand, ReturnState, ReturnEvent, ReturnRejection> anApprovedReturn() {
        return aReturn().givenCommands(request(ReturnKind.RETURN), approve());
    }

    public static RequestReturn request(ReturnKind kind, OrderLine... outbound) {
        return new RequestReturn(
                ID, ORDER, kind, List.of(tea(), cups()), RefundTo.ORIGINAL, List.of(outbound), NOW);
    }

    static ReturnLine tea() {
        return line(TEA, "TEA-1", 3, "10.00");
    }

    static ReturnLine cups() {
        return line(CUPS, "CUP-1", 2, "20.00");
    }

    static ReturnLine line(LineId id, String sku, int quantity, String paid) {
        return new ReturnLine(
                id, new Sku(sku), new Location("main"), quantity, eur(paid), "wrong size");
    }

    /** Goods that are sent instead. */
    static OrderLine outbound(int quantity, String unitPrice) {
        return OrderFixtures.line(new LineId("1"), "POT-1", quantity, unitPrice, "0.00", "0");
    }

    static ApproveReturn approve() {
        return approve("0.00", "0.00");
    }

    static ApproveReturn approve(String restocking, String shipping) {
        return new ApproveReturn(ID, eur(restocking), eur(shipping), DEADLINE);
    }

    static ReceiveReturn receive(String parcel, LineQuantity... lines) {
        return new ReceiveReturn(ID, parcel, List.of(lines), List.of());
    }

    static InspectReturn inspect(String inspection, InspectedUnits... lines) {
        return new InspectReturn(ID, inspection, List.of(lines));
    }

    static LineQuantity units(LineId line, int quantity) {
        return new LineQuantity(line, quantity);
    }

    static InspectedUnits accepted(LineId line, int quantity, Disposition disposition) {
        return new InspectedUnits(line, quantity, disposition, true, null, null, List.of(), null);
    }

    static InspectedUnits refused(LineId line, int quantity, Disposition disposition) {
        return new InspectedUnits(line, quantity, disposition, false, null, null, List.of(), null);
    }

    static PlanSettlement plan(int settlement, int attempt, List<RefundStep> steps) {
        return new PlanSettlement(ID, settlement, attempt, steps, CUSTOMER);
    }

    /** One step per amount, all over the order's payment. */
    static PlanSettlement plan(int settlement, int attempt, String... amounts) {
        var steps = Stream.of(amounts).map(amount -> step(settlement, attempt, 1, amount)).toList();
        return plan(settlement, attempt, steps);
    }

    static RefundStep step(int settlement, int attempt, int number, String amount) {
        return new RefundStep(
                operation(settlement, attempt, number),
                RefundStep.Target.PAYMENT,
                PAYMENT,
                eur(amount));
    }

    static RefundStep exchange(int settlement, int attempt, int number, String amount) {
        return new RefundStep(
                operation(settlement, attempt, number),
                RefundStep.Target.EXCHANGE,
                PaymentId.forOrder(REPLACEMENT),
                eur(amount));
    }

    static String operation(int settlement, int attempt, int step) {
        return RefundStep.operationId(ID, settlement, attempt, step);
    }

    static RecordRefund made(int settlement, int attempt, int step) {
        return new RecordRefund(ID, operation(settlement, attempt, step), null);
    }

    static RecordRefund failed(int settlement, int attempt, int step) {
        return new RecordRefund(ID, operation(settlement, attempt, step), "card closed");
    }

    public static Money eur(String amount) {
        return OrderFixtures.eur(amount);
    }
}
