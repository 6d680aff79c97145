package io.daybook.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogPositionTest {

    @Test
    void remembersWhatItHasNotSeen() {
        var position = LogPosition.at(2, List.of()).after(5, 0);

        assertThat(position.gaps()).containsExactly(3L, 4L);
        assertThat(position.hasSeen(4)).isFalse();
        assertThat(position.after(4, 0).gaps()).containsExactly(3L);
        assertThat(position.after(4, 0).index()).isEqualTo(5);
    }

    @Test
    void forgetsWhatIsSettledAndOnlyThat() {
        var position = LogPosition.at(9, List.of(3L, 5L, 8L));

        assertThat(position.settledAt(6).gaps()).containsExactly(8L);
        assertThat(position.after(8, 6).gaps()).isEmpty();
        assertThat(position.after(5, 9).gaps())
                .as("8 may be the next row of the same read")
                .containsExactly(8L);
    }

    @Test
    void doesNotListWhatWasSettledBeforeItCameThere() {
        assertThat(LogPosition.beginning().after(1_000_000_000_000L, 999_999_999_998L).gaps())
                .containsExactly(999_999_999_998L, 999_999_999_999L);
    }

    @Test
    void includesAnotherOnlyWhenItHasSeenAllThatTheOtherHas() {
        var position = LogPosition.at(9, List.of(5L));

        assertThat(position.includes(LogPosition.at(7, List.of(5L)))).isTrue();
        assertThat(position.includes(LogPosition.at(4, List.of()))).isTrue();
        assertThat(position.includes(LogPosition.at(7, List.of()))).isFalse();
        assertThat(position.includes(LogPosition.at(10, List.of(5L)))).isFalse();
    }

    @Test
    void aSettledTokenStillLeavesLateEventsToBeDelivered() {
        var stored = LogPosition.at(100, List.of(95L, 98L)).token();
        var late = LogPosition.at(100, List.of(95L, 98L)).settledAt(97).after(98, 97).token();

        assertThat(stored.covers(late)).isFalse();
        assertThat(late.covers(stored)).isTrue();
    }
}
