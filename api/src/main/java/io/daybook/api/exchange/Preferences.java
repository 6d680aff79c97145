package io.daybook.api.exchange;

import io.daybook.api.problem.ProblemException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * What the caller prefers (RFC 7240).
 *
 * @param patience how long to wait; {@code null} when the caller said nothing
 * @param representation whether a command answers with the whole entity
 */
public record Preferences(@Nullable Duration patience, boolean representation) {

    private static final int LONGEST_WAIT = 30;

    public static Preferences of(ServerWebExchange exchange) {
        Duration patience = null;
        boolean representation = false;
        for (String header : exchange.getRequest().getHeaders().getOrEmpty("Prefer")) {
            for (String each : header.split("[,;]", -1)) {
                String preference = each.trim().toLowerCase(Locale.ROOT);
                if (preference.startsWith("wait")) {
                    patience = Duration.ofSeconds(seconds(preference));
                } else if (preference.equals("return=representation")) {
                    representation = true;
                }
            }
        }
        return new Preferences(patience, representation);
    }

    public Duration patienceOr(Duration otherwise) {
        return patience == null ? otherwise : patience;
    }

    private static int seconds(String preference) {
        try {
            int seconds =
                    Integer.parseInt(preference.substring(preference.indexOf('=') + 1).trim());
            if (seconds >= 0 && seconds <= LONGEST_WAIT) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // Reported below.
        }
        throw ProblemException.invalid(
                "/Prefer", "wait must be a number of seconds between 0 and " + LONGEST_WAIT);
    }
}
