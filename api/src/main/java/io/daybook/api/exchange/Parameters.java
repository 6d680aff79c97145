package io.daybook.api.exchange;

import io.daybook.api.problem.ProblemException;
import io.daybook.domain.read.Cursor;
import io.daybook.domain.read.Moment;
import io.daybook.domain.read.PageRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** Reads query parameters; what cannot be understood is a problem that names the parameter. */
public final class Parameters {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

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
        return Cursors.read(exchange, text);
    }

    /** The moment that {@code version} or {@code asOf} names. */
    public static Optional<Moment> moment(ServerWebExchange exchange) {
        Long version = version(exchange, "version");
        Instant asOf = instant(exchange, "asOf");
        if (version != null && asOf != null) {
            throw ProblemException.invalid("/asOf", "cannot be combined with version");
        }
        if (version != null) {
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

    /** A version of an entity, 1 for its first event. */
    public static @Nullable Long version(ServerWebExchange exchange, String name) {
        Long version = number(exchange, name);
        if (version != null && version < 1) {
            throw ProblemException.invalid('/' + name, "must be at least 1");
        }
        return version;
    }

    public static @Nullable Instant instant(ServerWebExchange exchange, String name) {
        String text = text(exchange, name);
        try {
            Instant instant = text == null ? null : Instant.parse(text);
            if (instant == null || (instant.isAfter(EARLIEST) && instant.isBefore(LATEST))) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            // Reported below, like one that no calendar of ours holds.
        }
        throw ProblemException.invalid(
                '/' + name, "must be an instant, for example 2026-01-31T12:00:00Z");
    }

    /**
     * One of the constants of an enum; {@code null} when it is absent.
     *
     * @param otherwise what is said of any other text
     */
    public static <T> @Nullable T constant(
            ServerWebExchange exchange, String name, Function<String, T> type, String otherwise) {
        String text = text(exchange, name);
        try {
            return text == null ? null : type.apply(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid('/' + name, otherwise);
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
}
