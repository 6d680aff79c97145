package io.daybook.command.eventstore;

import io.daybook.domain.shared.TimeOrderedUuid;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.GenericEventMessage;

/**
 * Makes the identifiers of messages; Axon finds it as a service. Those of events are in a unique
 * index: in the order of time, new ones share its last pages instead of touching them all. Nobody
 * has to be unable to guess them, so that they need no secure random numbers, which are slow.
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        var random = ThreadLocalRandom.current();
        return TimeOrderedUuid.of(
                        GenericEventMessage.clock.millis(), random.nextLong(), random.nextLong())
                .toString();
    }
}
