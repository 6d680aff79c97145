package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.CUPS;
import static io.daybook.domain.order.OrderFixtures.ID;
import static io.daybook.domain.order.OrderFixtures.TEA;
import static io.daybook.domain.order.OrderFixtures.anOrder;
import static io.daybook.domain.order.OrderFixtures.eur;
import static io.daybook.domain.order.OrderFixtures.placeOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.Scenario;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.Sku;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines that are taken from several locations: first decided, then reserved. */
class OrderAllocationTest {

    private static final Location NORTH = new Location("north");
    private static final Location SOUTH = new Location("south");

    private static final List<ReservedLine> FIRST =
            List.of(part(1, TEA, NORTH, 2), part(1, TEA, SOUTH, 1), part(1, CUPS, NORTH, 2));
    private static final List<ReservedLine> SECOND =
            List.of(part(2, TEA, SOUTH, 3), part(2, CUPS, NORTH, 2));

    @Test
    void aChoiceIsStoredAndThenReserved() {
        placed().when(allocate(1, FIRST)).thenEvents(new LinesAllocated(ID, 1, FIRST));

        var secured =
                placed().givenCommands(allocate(1, FIRST))
                        .when(new RecordStockReserved(ID, FIRST))
                        .events();
        assertThat(secured.getFirst()).isEqualTo(new OrderStockReserved(ID, FIRST));
        assertThat(secured.getLast()).isInstanceOf(OrderPaymentRequested.class);
    }

    @Test
    void theFirstChoiceStandsWhateverIsOfferedSince() {
        placed().givenCommands(allocate(1, FIRST)).when(allocate(1, SECOND)).thenNothingChanges();
        placed().givenCommands(allocate(1, FIRST))
                .when(allocate(2, SECOND))
                .thenRefused(new FulfilmentRejection.AllocationSuperseded(1));
        placed().when(allocate(2, SECOND))
                .thenRefused(new FulfilmentRejection.AllocationSuperseded(0));
    }

    @Test
    void aChoiceThatFailedNamesWhatMayHaveBeenReservedAndAnotherFollows() {
        var allocated = placed().givenCommands(allocate(1, FIRST));

        allocated
                .when(new FailAllocation(ID, 1, "none left"))
                .thenEvents(new AllocationFailed(ID, 1, "none left", FIRST));
        var failed = allocated.givenCommands(new FailAllocation(ID, 1, "none left"));
        failed.when(new FailAllocation(ID, 1, "none left")).thenNothingChanges();
        failed.when(new RecordStockReserved(ID, FIRST))
                .thenRefused(new FulfilmentRejection.AllocationSuperseded(1));
        failed.when(allocate(2, SECOND)).thenEvents(new LinesAllocated(ID, 2, SECOND));
    }

    @Test
    void newsOfAnEarlierChoiceIsRefused() {
        var second =
                placed().givenCommands(
                                allocate(1, FIRST),
                                new FailAllocation(ID, 1, "none left"),
                                allocate(2, SECOND));
        var superseded = new FulfilmentRejection.AllocationSuperseded(2);

        second.when(new RecordStockReserved(ID, FIRST)).thenRefused(superseded);
        second.when(new RecordStockReserved(ID)).thenRefused(superseded);
        second.when(new FailAllocation(ID, 1, "none left")).thenRefused(superseded);
        second.givenCommands(new RecordStockReserved(ID, SECOND))
                .when(new RecordStockReserved(ID, FIRST))
                .thenRefused(superseded);
    }

    @Test
    void aRepetitionAfterEverythingIsReservedChangesNothing() {
        var reserved =
                placed().givenCommands(allocate(1, FIRST), new RecordStockReserved(ID, FIRST));

        reserved.when(allocate(1, SECOND)).thenNothingChanges();
        reserved.when(new RecordStockReserved(ID, FIRST)).thenNothingChanges();
        reserved.when(new FailAllocation(ID, 1, "none left")).thenNothingChanges();
        reserved.when(allocate(2, SECOND))
                .thenRefused(new OrderRejection.WrongStatus("AllocateLines", OrderStatus.PLACED));
    }

    @Test
    void aShortageDoesNotRejectAnOrderWhoseChoiceIsUnderWay() {
        var shortage = new RejectOrder(ID, RejectionReason.INSUFFICIENT_STOCK, "nowhere", null);

        placed().givenCommands(allocate(1, FIRST))
                .when(shortage)
                .thenRefused(new OrderRejection.WrongStatus("RejectOrder", OrderStatus.PLACED));
        var rejected =
                placed().givenCommands(allocate(1, FIRST), new FailAllocation(ID, 1, "none left"))
                        .when(shortage)
                        .events();
        assertThat(rejected).singleElement().isInstanceOf(OrderRejected.class);
    }

    @Test
    void anOrderThatEndedMeanwhileIsNotAllocated() {
        var ended = placed().givenCommands(allocate(1, FIRST), new CancelOrder(ID, "changed"));
        OrderStatus status = ((OrderState.Placed) ended.state()).status();

        ended.when(new FailAllocation(ID, 1, "none left"))
                .thenRefused(new OrderRejection.WrongStatus("FailAllocation", status));
        ended.when(new RecordStockReserved(ID, FIRST))
                .thenRefused(new OrderRejection.WrongStatus("RecordStockReserved", status));
        placed().givenCommands(new CancelOrder(ID, "changed"))
                .when(allocate(1, FIRST))
                .thenRefused(new OrderRejection.WrongStatus("AllocateLines", status));
    }

    @Test
    void aChoiceThatLacksUnitsIsRefused() {
        placed().when(allocate(1, FIRST.subList(0, 2)))
                .thenRefused(new FulfilmentRejection.AllocationDiffers(CUPS, 0, 2));
    }

    @Test
    void partsOfALineHaveIdsOfTheirOwn() {
        assertThat(FIRST).extracting(ReservedLine::reservationId).doesNotHaveDuplicates();
        assertThat(SECOND)
                .extracting(ReservedLine::reservationId)
                .doesNotContainAnyElementsOf(
                        FIRST.stream().map(ReservedLine::reservationId).toList());
    }

    @Test
    void thePaymentIsAskedForOnce() {
        var events =
                placed().givenCommands(allocate(1, FIRST))
                        .when(new RecordStockReserved(ID, FIRST))
                        .events();

        assertThat(events)
                .filteredOn(OrderPaymentRequested.class::isInstance)
                .singleElement()
                .isEqualTo(
                        new OrderPaymentRequested(
                                ID, PaymentId.forOrder(ID), eur("35.60"), "card", "tok_approve"));
    }

    private static Scenario<OrderCommand, OrderState, OrderEvent, OrderRejection> placed() {
        return anOrder().givenCommands(placeOrder());
    }

    private static AllocateLines allocate(int attempt, List<ReservedLine> parts) {
        return new AllocateLines(ID, attempt, parts);
    }

    private static ReservedLine part(int attempt, LineId line, Location location, int quantity) {
        return new ReservedLine(
                line,
                new Sku(line.equals(TEA) ? "TEA-1" : "CUP-1"),
                location,
                ReservationId.forPart(ID, line.value(), attempt, location),
                quantity);
    }
}
