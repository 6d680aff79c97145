package io.daybook.command.idempotency;

import io.daybook.domain.message.MetadataKeys;
import java.util.Comparator;
import java.util.Optional;
import org.axonframework.messaging.Message;

/**
 * What an idempotency key is unique within: another tenant, or another route, may use the same key.
 */
record KeyScope(String tenant, String route, String key) implements Comparable<KeyScope> {

    private static final Comparator<KeyScope> ORDER =
            Comparator.comparing(KeyScope::tenant)
                    .thenComparing(KeyScope::route)
                    .thenComparing(KeyScope::key);

    @Override
    public int compareTo(KeyScope other) {
        return ORDER.compare(this, other);
    }

    static Optional<KeyScope> of(Message<?> command) {
        var metadata = command.getMetaData();
        Object key = metadata.get(MetadataKeys.IDEMPOTENCY_KEY);
        return key == null
                ? Optional.empty()
                : Optional.of(
                        new KeyScope(
                                String.valueOf(metadata.get(MetadataKeys.TENANT)),
                                String.valueOf(metadata.get(MetadataKeys.IDEMPOTENCY_ROUTE)),
                                key.toString()));
    }
}
