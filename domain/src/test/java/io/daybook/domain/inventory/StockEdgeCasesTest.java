package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.TEA;
import static io.daybook.domain.inventory.StockFixtures.TEA_IN_SHOP;
import static io.daybook.domain.inventory.StockFixtures.aStockItem;
import static io.daybook.domain.inventory.StockFixtures.backorders;
import static io.daybook.domain.inventory.StockFixtures.commit;
import static io.daybook.domain.inventory.StockFixtures.item;
import static io.daybook.domain.inventory.StockFixtures.receive;
import static io.daybook.domain.inventory.StockFixtures.release;
import static io.daybook.domain.inventory.StockFixtures.reservation;
import static io.daybook.domain.inventory.StockFixtures.reserve;
import static io.daybook.domain.inventory.StockFixtures.reserveFor;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Defects that other systems had, by their number in the survey. */
class StockEdgeCasesTest {

    @Test
    void i01_the_last_unit_is_promised_once() {
        aStockItem()
                .givenCommands(receive(1), reserve(1, 1))
                .when(reserve(2, 1))
                .thenRefused(new StockRejection.InsufficientStock(TEA, 1, 0, 0));
    }

    @Test
    void i03_reserved_never_falls_below_zero() {
        var item =
                aStockItem()
                        .givenCommands(receive(5), reserve(1, 3), commit(1, 2, "a"), release(1));

        assertThat(item(item).reserved()).isZero();
        item.when(release(1)).thenNothingChanges();
        item.when(commit(1, 1, "b"))
                .thenRefused(new StockRejection.ReservationEnded(reservation(1), "released"));
        item.when(commit(1, 2, "a")).thenNothingChanges();
    }

    @Test
    void i07_a_change_of_an_item_that_is_not_kept_is_refused_not_ignored() {
        var unknown = new StockRejection.UnknownStockItem(TEA);

        aStockItem().when(new AdjustStock(TEA, 1, "found")).thenRefused(unknown);
        aStockItem().when(new CountStock(TEA, 1, null, "yearly")).thenRefused(unknown);
        aStockItem().when(release(1)).thenRefused(unknown);
        aStockItem().when(commit(1, 1, "shp")).thenRefused(unknown);
        aStockItem().when(backorders(1)).thenRefused(unknown);
    }

    @Test
    void i08_a_refused_shipment_leaves_the_reservation_as_it_was() {
        var item =
                aStockItem()
                        .givenCommands(
                                receive(3),
                                backorders(5),
                                reserve(1, 3),
                                new AdjustStock(TEA, -2, "gone"));

        item.when(commit(1, 3, "shp")).thenRefused(new StockRejection.NegativeStock(-2));
        assertThat(item(item).book().find(reservation(1)).orElseThrow().open()).isEqualTo(3);
        item.when(commit(1, 1, "shp"))
                .thenEvents(new ReservationCommitted(TEA, reservation(1), 1, 2, "shp"));
    }

    @Test
    void i09_shipping_everything_leaves_no_reservation_behind() {
        var item =
                aStockItem()
                        .givenCommands(
                                receive(5), reserve(1, 3), commit(1, 1, "a"), commit(1, 2, "b"));

        assertThat(item(item).level()).isEqualTo(new StockLevel(2, 0, 0, 0));
        assertThat(item(item).book().find(reservation(1)).orElseThrow().ended()).isTrue();
    }

    @Test
    void i11_a_reservation_is_shipped_from_the_location_that_made_it() {
        aStockItem()
                .givenCommands(new ReceiveStock(TEA_IN_SHOP, 5, null))
                .when(new CommitReservation(TEA_IN_SHOP, reservation(1), 1, "shp"))
                .thenRefused(new StockRejection.UnknownReservation(reservation(1)));
    }

    @Test
    void i12_a_count_finds_what_is_on_the_shelf_until_it_is_shipped() {
        var promised = aStockItem().givenCommands(receive(5), reserve(1, 3));

        assertThat(item(promised).onHand()).isEqualTo(5);
        promised.when(new CountStock(TEA, 5, 5, "cycle"))
                .thenEvents(new StockCounted(TEA, 5, 0, "cycle"));

        var shipped = promised.givenCommands(commit(1, 3, "shp"));
        assertThat(item(shipped).onHand()).isEqualTo(2);
        shipped.when(new CountStock(TEA, 2, 2, "cycle"))
                .thenEvents(new StockCounted(TEA, 2, 0, "cycle"));
    }

    @Test
    void i13_every_correction_is_a_movement_with_a_reason() {
        var events =
                aStockItem()
                        .givenCommands(receive(5))
                        .when(new AdjustStock(TEA, -2, "broken"))
                        .events();

        assertThat(events.getFirst().movement())
                .contains(
                        new Movement(MovementType.ADJUSTED, StockLevel.onHand(-2), null, "broken"));
    }

    @Test
    void i16_promises_of_all_kinds_and_buckets_are_all_taken_off() {
        var item =
                aStockItem()
                        .givenCommands(
                                receive(10),
                                reserve(1, 1),
                                reserveFor(2, 2, 10),
                                new MoveToBucket(TEA, Bucket.DAMAGED, 1, "fell", null),
                                new MoveToBucket(TEA, Bucket.QUARANTINE, 1, "odd", null),
                                new SetReorderPolicy(TEA, null, 2, null));

        assertThat(item(item).available()).isEqualTo(3);
        item.when(reserve(3, 4)).thenRefused(new StockRejection.InsufficientStock(TEA, 4, 3, 0));
    }
}
