package io.daybook.query.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoredPositionTest {

    @Test
    void isTheIndexWhenNothingIsMissing() {
        assertThat(StoredPosition.in("{\"index\":12,\"gaps\":[]}")).isEqualTo(12);
    }

    @Test
    void endsBeforeTheFirstGap() {
        assertThat(StoredPosition.in("{\"index\":12,\"gaps\":[9,4]}")).isEqualTo(3);
    }

    @Test
    void isZeroBeforeTheFirstEvent() {
        assertThat(StoredPosition.in("{}")).isZero();
    }

    @Test
    void isWhereAReplayHasComeTo() {
        assertThat(
                        StoredPosition.in(
                                "{\"tokenAtReset\":{\"index\":50,\"gaps\":[]},\"currentToken\":{\"index\":7,\"gaps\":[]}}"))
                .isEqualTo(7);
        assertThat(
                        StoredPosition.in(
                                "{\"tokenAtReset\":{\"index\":50,\"gaps\":[]},\"currentToken\":null}"))
                .isZero();
    }

    @Test
    void isTheLowerOneOfTwoMergedSegments() {
        assertThat(
                        StoredPosition.in(
                                "{\"lowerSegmentToken\":{\"index\":9,\"gaps\":[]},\"upperSegmentToken\":{\"index\":8,\"gaps\":[]}}"))
                .isEqualTo(8);
    }
}
