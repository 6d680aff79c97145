package io.daybook.command.group;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the writes of several commands durable with one commit. A commit waits for the disk, and
 * every statement for a round trip; shared, they cost each command a fraction.
 */
public final class GroupCommit {

    private final TransactionOperations transactions;
    private final List<GroupWriter<?>> writers;

    /**
     * Takes no connection yet.
     *
     * @param writers in the order in which they are to write
     */
    public GroupCommit(TransactionOperations transactions, List<GroupWriter<?>> writers) {
        this.transactions = transactions;
        this.writers = List.copyOf(writers);
    }

    /**
     * Writes and commits, or rolls back.
     *
     * @throws GroupRolledBackException when nothing was written, for certain
     * @throws RuntimeException when the commit itself failed, and nobody knows what became of it
     */
    public void commit(List<GroupMember> members) {
        if (members.stream().noneMatch(GroupMember::writes)) {
            return;
        }
        var committing = new AtomicBoolean();
        try {
            transactions.executeWithoutResult(_ -> {
                writers.forEach(writer -> write(writer, members));
                committing.set(true);
            });
        } catch (RuntimeException e) {
            throw committing.get() ? e : new GroupRolledBackException(e);
        }
    }

    private static <W> void write(GroupWriter<W> writer, List<GroupMember> members) {
        var all = new ArrayList<W>();
        var concerned = new ArrayList<GroupMember>();
        for (GroupMember member : members) {
            List<W> writes = member.writesFor(writer);
            if (!writes.isEmpty()) {
                all.addAll(writes);
                concerned.add(member);
            }
        }
        if (!all.isEmpty()) {
            writer.write(all)
                    .ifPresent(index -> concerned.forEach(member -> member.reached(index)));
        }
    }
}
