package io.daybook.query.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.daybook.domain.read.Cursor;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeCursorTest {

    @Test
    void keepsEveryMicrosecond() {
        var time = Instant.parse("2026-01-02T03:04:05.000001Z");

        var cursor = TimeCursor.of(time, "ord_1");

        assertThat(cursor).isEqualTo(new Cursor("2026-01-02T03:04:05.000001Z", "ord_1"));
        assertThat(TimeCursor.timeOf(cursor)).isEqualTo(time);
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeCursor.timeOf(new Cursor("TEA-1", "main")))
                .withMessage("not a cursor of this list");
    }
}
