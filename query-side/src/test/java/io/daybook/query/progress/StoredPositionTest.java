package io.daybook.query.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoredPositionTest {

    @Test
    void isTheIndexWhenNothingIsMissing() {
        assertThat(StoredPosition.in("{\"index\":12,\"gaps\":[]}").position()).isEqualTo(12);
    }

    @Test
    void endsBeforeTheFirstGap() {
        assertThat(StoredPosition.in("{\"index\":12,\"gaps\":[9,4]}").position()).isEqualTo(3);
    }

    @Test
    void includesWhatIsAppliedAboveAGap() {
        var position = StoredPosition.in("{\"index\":12,\"gaps\":[9,4]}");

        assertThat(position.includes(8)).isTrue();
        assertThat(position.towards(8)).isEqualTo(8);
        assertThat(position.includes(9)).isFalse();
        assertThat(position.includes(13)).isFalse();
        assertThat(position.towards(13)).isEqualTo(3);
    }

    @Test
    void isZeroBeforeTheFirstEvent() {
        assertThat(StoredPosition.in("{}").position()).isZero();
    }

    @Test
    void isWhereAReplayHasComeTo() {
        var reset = "{\"tokenAtReset\":{\"index\":50,\"gaps\":[]},\"currentToken\":%s}";

        assertThat(StoredPosition.in(reset.formatted("{\"index\":7,\"gaps\":[]}")).position())
                .isEqualTo(7);
        assertThat(StoredPosition.in(reset.formatted("null")).position()).isZero();
    }

    @Test
    void isTheLowerOneOfTwoMergedSegments() {
        var merged =
                StoredPosition.in(
                        "{\"lowerSegmentToken\":{\"index\":9,\"gaps\":[3]},"
                                + "\"upperSegmentToken\":{\"index\":8,\"gaps\":[]}}");

        assertThat(merged.position()).isEqualTo(2);
        assertThat(merged.includes(8)).isTrue();
        assertThat(merged.includes(9)).isFalse();
    }
}
