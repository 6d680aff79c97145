package io.daybook.api.exchange;

import io.daybook.api.problem.ProblemException;
import io.daybook.domain.read.Cursor;
import io.daybook.domain.read.Moment;
import io.daybook.domain.read.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** Reads query parameters; what cannot be understood is a problem that names the parameter. */
public final class Parameters {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;

    private Parameters() {}

    public static PageRequest pageRequest(ServerWebExchange exchange) {
        return new PageRequest(limit(exchange), cursor(exchange));
    }

    public static int limit(ServerWebExchange exchange) {
        Long limit = number(exchange, "limit");
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("/limit", "must be between 1 and " + MOST);
        }
        return limit.intValue();
    }

    public static @Nullable Cursor cursor(ServerWebExchange exchange) {
        String text = text(exchange, "cursor");
        if (text == null) {
            return null;
        }
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                            .split("\n", -1);
            if (parts.length == 2) {
                return new Cursor(parts[0], parts[1]);
            }
        } catch (IllegalArgumentException e) {
            // Reported below.
        }
        throw foreignCursor();
    }

    /** The moment that {@code version} or {@code asOf} names. */
    public static Optional<Moment> moment(ServerWebExchange exchange) {
        Long version = number(exchange, "version");
        Instant asOf = instant(exchange, "asOf");
        if (version != null && asOf != null) {
            throw ProblemException.invalid("/asOf", "cannot be combined with version");
        }
        if (version != null) {
            if (version < 1) {
                throw ProblemException.invalid("/version", "must be at least 1");
            }
            return Optional.of(new Moment.AtVersion(version));
        }
        return Optional.ofNullable(asOf).map(Moment.AsOf::new);
    }

    public static @Nullable Long number(ServerWebExchange exchange, String name) {
        String text = text(exchange, name);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw ProblemException.invalid('/' + name, "must be a whole number");
        }
    }

    public static @Nullable Instant instant(ServerWebExchange exchange, String name) {
        String text = text(exchange, name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(
                    '/' + name, "must be an instant, for example 2026-01-31T12:00:00Z");
        }
    }

    /** The parameter's text; {@code null} when it is absent. */
    public static @Nullable String text(ServerWebExchange exchange, String name) {
        String text = exchange.getRequest().getQueryParams().getFirst(name);
        if (text == null) {
            if (exchange.getRequest().getQueryParams().containsKey(name)) {
                throw ProblemException.invalid('/' + name, "is empty");
            }
            return null;
        }
        if (text.isEmpty()
                || text.length() > 500
                || text.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid(
                    '/' + name, "must be 1 to 500 characters without control characters");
        }
        return text;
    }

    static ProblemException foreignCursor() {
        return ProblemException.invalid("/cursor", "is not a cursor that Daybook gave out");
    }
}
