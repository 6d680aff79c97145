package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.StockFixtures.TEA;
import static io.daybook.domain.inventory.StockFixtures.aStockItem;
import static io.daybook.domain.inventory.StockFixtures.commit;
import static io.daybook.domain.inventory.StockFixtures.expire;
import static io.daybook.domain.inventory.StockFixtures.receive;
import static io.daybook.domain.inventory.StockFixtures.release;
import static io.daybook.domain.inventory.StockFixtures.reservation;
import static io.daybook.domain.inventory.StockFixtures.reserve;
import static io.daybook.domain.inventory.StockFixtures.reserveFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.Scenario;
import io.daybook.domain.Scenario.Outcome;
import io.daybook.domain.inventory.StockState.Registered;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stock item remembers what is open and what ended last; the log has the rest. */
class ReservationMemoryTest {

    private static final int MANY = 300;

    private final Scenario<StockCommand, StockState, StockEvent, StockRejection> item =
            aStockItem().givenCommands(receive(10 * MANY));

    @Test
    void whatEndedLongAgoTakesNoRoom() {
        item.givenCommands(reserve(0, 1));
        sold(1, MANY);

        assertThat(book().open().size()).isEqualTo(1);
        assertThat(book().ended().size() + book().endedBefore().size())
                .isBetween(StockState.ENDS_REMEMBERED, 2 * StockState.ENDS_REMEMBERED);
        assertThat(((Registered) item.state()).reserved()).isEqualTo(1);
    }

    @Test
    void whatIsOpenIsNeverForgotten() {
        item.givenCommands(reserve(0, 1));
        sold(1, MANY);

        assertThat(item.state().mayHaveForgotten(reservation(0))).isFalse();
        item.when(release(0))
                .thenEvents(new ReservationReleased(TEA, reservation(0), 1, null, List.of(), null));
    }

    @Test
    void whatCannotHaveEndedYetNeedsNoLog() {
        sold(1, MANY);

        assertThat(item.state().mayHaveForgotten(reservation(MANY))).isFalse();
        assertThat(item.state().mayHaveForgotten(reservation(MANY + 1))).isFalse();
        assertThat(item.state().mayHaveForgotten(reservation(1))).isTrue();
    }

    @Test
    void theEndOfAnOldPromiseIsRememberedLikeAnyOther() {
        item.givenCommands(reserve(0, 1));
        sold(1, MANY);

        item.givenCommands(release(0));

        assertThat(item.state().mayHaveForgotten(reservation(0))).isFalse();
        item.when(release(0)).thenNothingChanges();
    }

    @Test
    void aRepeatedCommandIsRecognisedFromTheLog() {
        item.givenCommands(reserve(0, 2), release(0));
        sold(1, MANY);

        recalled(0, release(0)).thenNothingChanges();
        recalled(1, commit(1, 1, "shp-1")).thenNothingChanges();
        recalled(0, reserve(0, 2))
                .thenRefused(new StockRejection.ReservationEnded(reservation(0), "released"));
    }

    @Test
    void anIdOfThatAgeThatNeverWasIsUnknown() {
        sold(2, MANY);

        recalled(1, release(1)).thenRefused(new StockRejection.UnknownReservation(reservation(1)));
    }

    @Test
    void unitsOfAnExpiredPromiseLeaveOnceHoweverLate() {
        item.givenCommands(reserveFor(0, 3, 10), expire(0, 10));
        sold(1, MANY);

        var late = recalled(0, commit(0, 3, "shp-0")).events();
        assertThat(late).singleElement().isInstanceOf(ReservationCommittedLate.class);
        item.given(late.toArray(StockEvent[]::new));

        assertThat(((Registered) item.state()).onHand()).isEqualTo(10 * MANY - MANY - 3);
        recalled(0, commit(0, 3, "shp-0")).thenNothingChanges();
    }

    @Test
    void aDeadlineOfOneThatEndedLongAgoAsksNobody() {
        item.givenCommands(reserveFor(0, 1, 10), release(0));
        sold(1, MANY);

        assertThat(item.state().mayHaveForgotten(reservation(0))).isTrue();
        item.when(expire(0, 10)).thenNothingChanges();
        item.when(expire(MANY + 1, 10))
                .thenRefused(new StockRejection.UnknownReservation(reservation(MANY + 1)));
    }

    @Test
    void anotherEventMayNameTheReservationInItsText() {
        item.givenCommands(
                reserve(0, 1),
                reserve(1, 1),
                new ReleaseReservation(TEA, reservation(1), "replaced by " + reservation(0)),
                commit(0, 1, "shp-0"));
        sold(2, MANY);

        assertThat(naming(item, 0)).hasSize(3);
        recalled(0, commit(0, 1, "shp-0")).thenNothingChanges();
    }

    @Test
    void backordersOfOthersDoNotDisturbTheMemory() {
        var tea = aStockItem().givenCommands(receive(1), StockFixtures.backorders(10));
        tea.givenCommands(reserve(1, 2), reserve(2, 2), receive(5), commit(1, 2, "shp-1"));

        var history = naming(tea, 1);

        assertThat(history).anyMatch(BackordersFilled.class::isInstance);
        assertThat(ReservationBook.EMPTY.recalling(reservation(1), history).find(reservation(1)))
                .hasValueSatisfying(it -> assertThat(it.end()).isEqualTo("committed"));
    }

    private ReservationBook book() {
        return ((Registered) item.state()).book();
    }

    private void sold(int first, int last) {
        for (int n = first; n <= last; n++) {
            item.givenCommands(reserve(n, 1), commit(n, 1, "shp-" + n));
        }
    }

    /** What comes of a command when the shell has asked the log. */
    private Outcome<StockEvent, StockRejection> recalled(int n, StockCommand command) {
        assertThat(item.state().mayHaveForgotten(reservation(n))).isTrue();
        return new Outcome<>(
                StockDecider.decide(
                        command, item.state().recalling(reservation(n), naming(item, n))));
    }

    private static List<StockEvent> naming(
            Scenario<StockCommand, StockState, StockEvent, StockRejection> item, int n) {
        return item.history().stream()
                .filter(event -> event.toString().contains(reservation(n).value()))
                .toList();
    }
}
