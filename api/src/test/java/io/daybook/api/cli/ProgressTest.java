package io.daybook.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter screen = new StringWriter();

    @Test
    void drawsABarWithRateAndRemainingTime() {
        assertThat(Progress.bar("Importing orders", 374, 830, Duration.ofSeconds(10)))
                .isEqualTo(
                        "Importing orders  [############----------------]  45 %  374/830  37/s, 13 s left");
    }

    @Test
    void namesNoRemainingTimeBeforeTheFirstAndAfterTheLast() {
        assertThat(Progress.bar("x", 0, 10, Duration.ZERO)).endsWith("0 %  0/10  0/s");
        assertThat(Progress.bar("x", 10, 10, Duration.ofSeconds(2))).endsWith("100 %  10/10  5/s");
    }

    @Test
    void printsALinePerTenthWhereNothingCanBeRedrawn() {
        try (var progress = progress(false, 40)) {
            for (int i = 0; i < 40; i++) {
                progress.advance();
            }
        }

        assertThat(screen.toString().lines()).hasSize(10).first().isEqualTo("Work: 10 % (4 of 40)");
        assertThat(screen.toString()).doesNotContain("\r");
    }

    @Test
    void redrawsOneLineOnATerminal() {
        try (var progress = progress(true, 40)) {
            for (int i = 0; i < 40; i++) {
                progress.advance();
            }
        }

        assertThat(screen.toString())
                .startsWith("\r")
                .endsWith("\u001b[K\n")
                .containsOnlyOnce("\n")
                .contains("100 %");
    }

    @Test
    void saysNothingWhenThereIsNothingToDo() {
        progress(true, 0).close();

        assertThat(screen.toString()).isEmpty();
    }

    private Progress progress(boolean terminal, long total) {
        return new Progress(new PrintWriter(screen), terminal, "Work", total);
    }
}
