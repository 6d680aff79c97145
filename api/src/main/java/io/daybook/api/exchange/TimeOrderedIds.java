package io.daybook.api.exchange;

import io.daybook.api.security.Caller;
import io.daybook.domain.shared.TimeOrderedUuid;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Makes the ids of new entities: UUIDs of version 7, which sort by the time they were made. */
@Component
public final class TimeOrderedIds {

    private final Clock clock;

    TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        var random = ThreadLocalRandom.current();
        return TimeOrderedUuid.of(clock.millis(), random.nextLong(), random.nextLong());
    }

    /**
     * For a part of an entity that a request makes: with a key always the same, so that a retry
     * names what the first attempt made. Such an id has no age. It sorts before all others, because
     * what is derived from it must never seem to be newer than what comes next: a stock item would
     * look into the log for everything that is older than the newest reservation it forgot.
     */
    public UUID of(ServerWebExchange exchange, Caller caller, @Nullable String key) {
        return key == null
                ? next()
                : of(caller.tenant() + "\n" + Commands.route(exchange) + '\n' + key);
    }

    private static UUID of(String text) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(text.getBytes(StandardCharsets.UTF_8)));
        return TimeOrderedUuid.of(0, hash.getLong(), hash.getLong());
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
