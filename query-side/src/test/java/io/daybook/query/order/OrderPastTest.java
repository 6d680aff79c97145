package io.daybook.query.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.read.Moment;
import io.daybook.query.history.LoggedEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderPastTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    /** Order events at 1, 3 and 5 with those of a payment in between and behind. */
    private static final List<LoggedEvent> LOG =
            List.of(
                    event(1, "order"),
                    event(2, "payment"),
                    event(3, "order"),
                    event(4, "payment"),
                    event(5, "order"),
                    event(6, "payment"));

    @Test
    void aVersionEndsBeforeTheNextEventOfTheOrder() {
        assertThat(atVersion(1)).containsExactly(1L, 2L);
        assertThat(atVersion(2)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void theNewestVersionHasAllThatIsKnownOfThePayments() {
        assertThat(atVersion(3)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void aVersionThatTheOrderNeverHadIsNothing() {
        assertThat(atVersion(0)).isEmpty();
        assertThat(atVersion(-1)).isEmpty();
        assertThat(atVersion(4)).isEmpty();
    }

    @Test
    void anInstantIncludesWhatWasRecordedThen() {
        assertThat(asOf(START.plusSeconds(4), LOG)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(asOf(START.plusSeconds(4).minusNanos(1), LOG)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void anInstantBeforeTheOrderIsNothing() {
        assertThat(asOf(START, LOG)).isEmpty();
        assertThat(asOf(START, List.of())).isEmpty();
    }

    @Test
    void skewedClocksNeverTearAHoleIntoAHistory() {
        var log = List.of(event(1, "order"), event(9, "order"), event(3, "order"));

        assertThat(asOf(START.plusSeconds(5), log)).containsExactly(1L);
    }

    @Test
    void aPaymentRecordedBeforeItsOrderIsAppliedToIt() {
        var log = List.of(event(1, "payment"), event(2, "order"), event(3, "payment"));

        assertThat(positions(new Moment.AtVersion(1), log)).containsExactly(2L, 1L, 3L);
        assertThat(asOf(START.plusSeconds(1), log)).isEmpty();
    }

    private static List<Long> atVersion(long version) {
        return positions(new Moment.AtVersion(version), LOG);
    }

    private static List<Long> asOf(Instant instant, List<LoggedEvent> log) {
        return positions(new Moment.AsOf(instant), log);
    }

    private static List<Long> positions(Moment moment, List<LoggedEvent> log) {
        return OrderPast.upTo(moment, "order", log).stream().map(LoggedEvent::position).toList();
    }

    private static LoggedEvent event(long position, String entityId) {
        return new LoggedEvent(position, entityId, "Type", "1", START.plusSeconds(position), "{}");
    }
}
