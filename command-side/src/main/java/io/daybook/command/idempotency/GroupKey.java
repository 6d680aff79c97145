package io.daybook.command.idempotency;

import io.daybook.command.group.GroupMember;
import org.jspecify.annotations.Nullable;

/**
 * A key to be stored with a group of commands.
 *
 * @param stored without its position, which the member knows when its events are written
 */
record GroupKey(KeyScope scope, StoredKey stored, GroupMember member) {

    @Nullable Long position() {
        return member.position().orElse(null);
    }
}
