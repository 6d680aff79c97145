package io.daybook.projection.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;

class ReachedPositionTest {

    @Test
    void isTheIndexWhenNothingIsOpenBelow() {
        var reached = ReachedPosition.of(List.of(token(7)));

        assertThat(reached.position()).isEqualTo(7);
        assertThat(reached.includes(7)).isTrue();
        assertThat(reached.includes(8)).isFalse();
    }

    @Test
    void staysBelowTheFirstGapButKnowsWhatIsAbove() {
        var reached = ReachedPosition.of(List.of(token(7, 3L, 5L)));

        assertThat(reached.position()).isEqualTo(2);
        assertThat(reached.includes(3)).isFalse();
        assertThat(reached.includes(4)).isTrue();
        assertThat(reached.includes(7)).isTrue();
    }

    @Test
    void isThatOfTheSlowestSegment() {
        var reached = ReachedPosition.of(List.of(token(9), token(4)));

        assertThat(reached.position()).isEqualTo(4);
        assertThat(reached.includes(5)).isFalse();
    }

    @Test
    void countsFromTheBeginningDuringARebuild() {
        var replay = ReplayToken.createReplayToken(token(9), token(2));

        assertThat(ReachedPosition.of(List.of(replay)).position()).isEqualTo(2);
    }

    @Test
    void isNothingBeforeTheFirstToken() {
        assertThat(ReachedPosition.of(List.of()).position()).isZero();
        assertThat(ReachedPosition.of(Arrays.asList(token(9), null)).position()).isZero();
    }

    private static TrackingToken token(long index, Long... gaps) {
        return GapAwareTrackingToken.newInstance(index, List.of(gaps));
    }
}
