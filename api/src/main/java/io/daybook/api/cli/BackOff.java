package io.daybook.api.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How often a request is tried again, and how long to wait before. */
record BackOff(int attempts, Duration first, Duration longest) {

    static final BackOff NONE = new BackOff(1, Duration.ZERO, Duration.ZERO);
    static final BackOff PATIENT = new BackOff(10, Duration.ofMillis(100), Duration.ofSeconds(5));

    private static final Duration LONGEST_ASKED_FOR = Duration.ofMinutes(1);

    /**
     * Twice as long each time, with a random part so that parallel requests do not return together.
     */
    Duration before(int retry) {
        long ceiling = Math.min(first.toMillis() << Math.min(retry - 1, 20), longest.toMillis());
        return Duration.ofMillis(
                ceiling / 2 + ThreadLocalRandom.current().nextLong(ceiling / 2 + 1));
    }

    /** What the server asks for by {@code Retry-After}, in seconds or as a date. */
    static Optional<Duration> askedFor(String retryAfter) {
        var text = retryAfter.strip();
        try {
            var wait =
                    text.chars().allMatch(Character::isDigit)
                            ? Duration.ofSeconds(Long.parseLong(text))
                            : Duration.between(
                                    Instant.now(),
                                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                            .toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : shorter(wait));
        } catch (NumberFormatException | DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static Duration shorter(Duration wait) {
        return wait.compareTo(LONGEST_ASKED_FOR) < 0 ? wait : LONGEST_ASKED_FOR;
    }
}
