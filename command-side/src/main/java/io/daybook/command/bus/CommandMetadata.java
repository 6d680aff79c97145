package io.daybook.command.bus;

import io.daybook.domain.message.MetadataKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** Carries who, for whom and why from a command to the events that it causes. */
final class CommandMetadata implements CorrelationDataProvider {

    private static final List<String> CARRIED =
            List.of(
                    MetadataKeys.TENANT,
                    MetadataKeys.ACTOR,
                    MetadataKeys.CORRELATION_ID,
                    MetadataKeys.REQUEST_ID,
                    MetadataKeys.TRACEPARENT);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        var carried = new HashMap<String, Object>();
        for (String key : CARRIED) {
            Object value = message.getMetaData().get(key);
            if (value != null) {
                carried.put(key, value);
            }
        }
        if (message instanceof CommandMessage<?>) {
            carried.put(MetadataKeys.COMMAND_ID, message.getIdentifier());
            // A command of a reaction names the event that caused it; a caller's command has no
            // cause but itself.
            Object cause = message.getMetaData().get(MetadataKeys.CAUSATION_ID);
            carried.put(MetadataKeys.CAUSATION_ID, cause == null ? message.getIdentifier() : cause);
        }
        return carried;
    }
}
