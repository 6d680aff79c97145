package io.daybook.command.deadline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deadline as it is stored.
 *
 * @param event identifier of the event that set it
 * @param attempts how often its command was refused or failed
 */
record Deadline(
        DeadlineId id,
        String tenant,
        Instant dueAt,
        String event,
        @Nullable String correlationId,
        int attempts) {

    /** Always the same for the same deadline at the same time. */
    String commandId() {
        String text = id.kind() + "/" + id.entity() + '/' + id.key() + '/' + dueAt;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
