package io.daybook.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordedEventTest {

    private final RecordedEvent third =
            new RecordedEvent("payload", "demo", "id-1", 2, 17, Instant.EPOCH);

    @Test
    void followsTheOneBeforeIt() {
        assertThat(third.follows(2)).isTrue();
    }

    @Test
    void doesNotFollowItselfOrLaterOnes() {
        assertThat(third.follows(3)).isFalse();
        assertThat(third.follows(9)).isFalse();
    }

    @Test
    void refusesAHole() {
        assertThatThrownBy(() -> third.follows(1))
                .isInstanceOf(ProjectionGapException.class)
                .hasMessage("Event 3 of id-1 arrived when only 1 were applied");
    }
}
