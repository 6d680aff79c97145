package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.SHOP;
import static io.daybook.domain.inventory.StockFixtures.TEA;
import static io.daybook.domain.inventory.StockFixtures.TEA_IN_SHOP;
import static io.daybook.domain.inventory.StockFixtures.TODAY;
import static io.daybook.domain.inventory.StockFixtures.lot;
import static io.daybook.domain.inventory.StockFixtures.reservation;
import static io.daybook.domain.inventory.StockFixtures.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class StockItemViewTest {

    @Test
    void showsBucketsLimitsAndBackorders() {
        var view =
                view(
                        new StockItemRegistered(TEA),
                        new StockReceived(TEA, 5, null),
                        new ReorderPolicySet(TEA, 4, 1, 9, 7),
                        new StockMovedToBucket(TEA, Bucket.DAMAGED, 2, "wet", null),
                        new StockReserved(TEA, reservation(1), 6, null, null, List.of(), 4, null),
                        new BackordersFilled(TEA, List.of(new BackorderFill(reservation(1), 1))));

        assertThat(view.onHand()).isEqualTo(5);
        assertThat(view.reserved()).isEqualTo(6);
        assertThat(view.available()).isEqualTo(-4);
        assertThat(view.buckets())
                .containsExactlyInAnyOrderEntriesOf(Map.of("damaged", 2L, "safety", 1L));
        assertThat(view.backordered()).isEqualTo(3);
        assertThat(view.backorderLimit()).isEqualTo(9);
        assertThat(view.backorderDays()).isEqualTo(7);
        assertThat(view.reorderPoint()).isEqualTo(4);
        assertThat(view.safetyStock()).isEqualTo(1);
        assertThat(view.version()).isEqualTo(6);
        assertThat(view.updatedAt()).isEqualTo(NOON);
    }

    @Test
    void whatEndsAReservationEndsItsBackorder() {
        var reserved = new StockReserved(TEA, reservation(1), 6, null, null, List.of(), 4, null);

        assertThat(
                        view(
                                        reserved,
                                        new ReservationReleased(
                                                TEA, reservation(1), 6, null, List.of(), 4))
                                .backordered())
                .isZero();
        assertThat(
                        view(reserved, new ReservationExpired(TEA, reservation(1), 6, List.of(), 4))
                                .backordered())
                .isZero();
        assertThat(
                        view(
                                        reserved,
                                        new ReservationReduced(
                                                TEA, reservation(1), 3, 3, "edit", List.of(), 3))
                                .backordered())
                .isEqualTo(1);
    }

    @Test
    void aTransferIsShownAtBothEndsUntilItEnds() {
        var sent = new TransferDispatched(TEA, transfer(1), SHOP, 4, List.of(), List.of());
        var missing = new TransferConfirmed(TEA, transfer(1), 3, 1, List.of(), List.of());
        var complete = new TransferConfirmed(TEA, transfer(1), 4, 0, List.of(), List.of());
        var resolved =
                new TransferDiscrepancyResolved(
                        TEA,
                        transfer(1),
                        1,
                        DiscrepancyResolution.CORRECTED_AT_SOURCE,
                        "never left",
                        List.of(),
                        List.of());
        var received = new StockReceived(TEA, 9, null);

        assertThat(view(received, sent).transfers())
                .extracting(Transfer::stage, Transfer::direction, Transfer::other)
                .containsExactly(tuple(Transfer.Stage.IN_TRANSIT, Transfer.Direction.OUT, SHOP));
        assertThat(view(received, sent).incoming()).isZero();
        assertThat(view(received, sent, missing).transfers())
                .extracting(Transfer::stage, Transfer::missing)
                .containsExactly(tuple(Transfer.Stage.DISPUTED, 1));
        assertThat(view(received, sent, complete).transfers()).isEmpty();
        assertThat(view(received, sent, missing, resolved).transfers()).isEmpty();
        assertThat(view(received, sent, missing, resolved).onHand()).isEqualTo(6);

        var announced =
                new TransferAnnounced(
                        TEA_IN_SHOP, transfer(1), TEA.location(), 4, List.of(), List.of());
        var counted =
                new TransferReceived(
                        TEA_IN_SHOP, transfer(1), TEA.location(), 4, 3, null, List.of(), List.of());
        assertThat(view(announced).incoming()).isEqualTo(4);
        assertThat(view(announced, counted).incoming()).isZero();
        assertThat(view(announced, counted).available()).isEqualTo(3);
        assertThat(view(announced, counted).transfers()).isEmpty();
    }

    @Test
    void lotsAreShownThoseThatExpireFirstInFront() {
        var view =
                view(
                        new StockReceived(TEA, 2, null, lot("keeps"), null, List.of()),
                        new StockReceived(TEA, 3, null, lot("soon"), TODAY, List.of()),
                        new StockMovedToBucket(TEA, Bucket.QUARANTINE, 1, "odd", lot("soon")));

        assertThat(view.lots())
                .containsExactly(
                        new Lot(lot("soon"), TODAY, 3, 0, 0, 1),
                        new Lot(lot("keeps"), null, 2, 0, 0, 0));
    }

    @Test
    void documentsOfEarlierDaysKnowNoLotsAndNoTransfers() {
        var json = JsonMapper.builder().build();
        var view = view(new StockReceived(TEA, 5, null));
        var text = (ObjectNode) json.readTree(json.writeValueAsString(view));
        text.remove(List.of("lots", "transfers"));

        assertThat(json.treeToValue(text, StockItemView.class)).isEqualTo(view);
    }

    private static StockItemView view(StockEvent... events) {
        StockItemView view = StockItemView.evolve(null, events[0], NOON.minusSeconds(1));
        for (StockEvent event : List.of(events).subList(1, events.length)) {
            view = StockItemView.evolve(view, event, NOON);
        }
        return view;
    }
}
