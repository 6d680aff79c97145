package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.NOON;
import static io.daybook.domain.inventory.StockFixtures.TEA;
import static io.daybook.domain.inventory.StockFixtures.commit;
import static io.daybook.domain.inventory.StockFixtures.receive;
import static io.daybook.domain.inventory.StockFixtures.release;
import static io.daybook.domain.inventory.StockFixtures.reservation;
import static io.daybook.domain.inventory.StockFixtures.reserve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.domain.shared.Decision;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StockInquiryTest {

    private final StockInquiry inquiry = new StockInquiry(TEA);
    private StockState state = StockState.initial();
    private long position = 100;

    @Test
    void beforeTheFirstEventThereIsNothingToExplain() {
        assertThat(inquiry.explanation()).isEmpty();
    }

    @Test
    void everyNumberIsTheSumOfItsShares() {
        happened(receive(10), reserve(1, 2), commit(1, 2, "shp-1"), reserve(2, 3), release(2));
        happened(
                new SetReorderPolicy(TEA, null, 2, null),
                new MoveToBucket(TEA, Bucket.DAMAGED, 1, "wet", null),
                reserve(3, 1));

        var found = inquiry.explanation().orElseThrow();

        assertThat(found.sku()).isEqualTo(TEA.sku());
        assertThat(found.location()).isEqualTo(TEA.location());
        assertThat(found.version()).isEqualTo(9);
        assertThat(found.onHand().value()).isEqualTo(8);
        assertThat(found.onHand().shares())
                .extracting(
                        StockExplanation.Share::type,
                        StockExplanation.Share::sum,
                        StockExplanation.Share::events)
                .containsExactly(
                        tuple(MovementType.RECEIVED, 10L, 1L),
                        tuple(MovementType.SHIPPED, -2L, 1L));
        assertThat(found.reserved())
                .isEqualTo(
                        new StockExplanation.Promised(
                                1,
                                1,
                                List.of(
                                        new StockExplanation.OpenReservation(
                                                reservation(3).value(),
                                                1,
                                                List.of(
                                                        new StockExplanation.Source(
                                                                109,
                                                                9,
                                                                NOON,
                                                                "StockReserved",
                                                                1,
                                                                reservation(3).value(),
                                                                null))))));
        assertThat(found.available()).isEqualTo(new StockExplanation.Available(4, 8, 1, 1, 0, 2));
        assertThat(value(found, "damaged")).isEqualTo(1);
        assertThat(value(found, "quarantine")).isZero();
        assertThat(value(found, "safety")).isEqualTo(2);
    }

    @Test
    void theSafetyStockIsExplainedByWhoSetIt() {
        happened(
                receive(10),
                new SetReorderPolicy(TEA, null, 2, null),
                new SetReorderPolicy(TEA, 5, null, null),
                new SetReorderPolicy(TEA, null, 1, null));

        var share =
                Objects.requireNonNull(inquiry.explanation().orElseThrow().buckets().get("safety"))
                        .shares()
                        .getFirst();

        assertThat(share.sum()).isEqualTo(1);
        assertThat(share.newest())
                .extracting(StockExplanation.Source::version, StockExplanation.Source::quantity)
                .containsExactly(tuple(3L, 2L), tuple(5L, -1L));
    }

    @Test
    void ofManyEventsTheNewestAreNamedAndAllAreCounted() {
        for (int i = 0; i < 150; i++) {
            happened(receive(1), reserve(i, 1));
        }

        var found = inquiry.explanation().orElseThrow();

        var received = found.onHand().shares().getFirst();
        assertThat(received.events()).isEqualTo(150);
        assertThat(received.sum()).isEqualTo(150);
        assertThat(received.newest()).hasSize(100);
        assertThat(found.reserved().reservations()).isEqualTo(150);
        assertThat(found.reserved().open()).hasSize(100);
        assertThat(found.reserved().open().getLast().reservationId())
                .isEqualTo(reservation(149).value());
    }

    @Test
    void aBucketIsExplainedByWhatWasMovedThere() {
        var found =
                inquiry.with(new StockReceived(TEA, 9, null), 1, NOON)
                        .with(new StockMovedToBucket(TEA, Bucket.DAMAGED, 3, "wet", null), 2, NOON)
                        .with(
                                new StockRestoredFromBucket(TEA, Bucket.DAMAGED, 1, "dry", null),
                                3,
                                NOON)
                        .explanation()
                        .orElseThrow();

        assertThat(Objects.requireNonNull(found.buckets().get("damaged")).shares())
                .extracting(StockExplanation.Share::sum)
                .containsExactlyInAnyOrder(3L, -1L);
        assertThat(value(found, "damaged")).isEqualTo(2);
        assertThat(value(found, "quarantine")).isZero();
    }

    private static long value(StockExplanation found, String bucket) {
        return Objects.requireNonNull(found.buckets().get(bucket)).value();
    }

    private void happened(StockCommand... commands) {
        for (StockCommand command : commands) {
            if (StockDecider.decide(command, state)
                    instanceof Decision.Accepted<StockEvent, StockRejection>(var events)) {
                for (StockEvent event : events) {
                    state = state.evolve(event);
                    inquiry.with(event, ++position, NOON);
                }
            }
        }
    }
}
