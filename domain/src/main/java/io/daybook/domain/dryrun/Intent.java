package io.daybook.domain.dryrun;

import io.daybook.domain.message.Receipt;
import java.util.List;

/**
 * The receipt of a command that was judged and not carried out.
 *
 * @param entityId the identifier, as the log knows it
 * @param events what it would write; empty when it had already taken effect
 */
public record Intent(String entityId, List<IntendedEvent> events) implements Receipt {
    public Intent {
        events = List.copyOf(events);
    }
}
