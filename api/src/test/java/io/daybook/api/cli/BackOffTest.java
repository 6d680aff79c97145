package io.daybook.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void waitsLongerEachTimeUpToALimit() {
        var backOff = new BackOff(50, Duration.ofMillis(100), Duration.ofSeconds(2));

        assertThat(backOff.before(1)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(backOff.before(3)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
        assertThat(backOff.before(50)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void understandsSecondsAndDates() {
        var inTenSeconds =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(10));

        assertThat(BackOff.askedFor("7")).contains(Duration.ofSeconds(7));
        assertThat(BackOff.askedFor(inTenSeconds))
                .hasValueSatisfying(wait ->
                        assertThat(wait).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(10)));
    }

    @Test
    void ignoresWhatItCannotReadAndWaitsNoLongerThanAMinute() {
        assertThat(BackOff.askedFor("soon")).isEmpty();
        assertThat(BackOff.askedFor("86400")).contains(Duration.ofMinutes(1));
    }
}
