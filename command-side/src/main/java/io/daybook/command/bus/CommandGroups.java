package io.daybook.command.bus;

import io.daybook.command.aggregate.AggregateSetup;
import io.daybook.command.database.Outage;
import io.daybook.command.group.GroupCommit;
import io.daybook.command.group.GroupMember;
import io.daybook.command.group.GroupRead;
import io.daybook.command.group.GroupRolledBackException;
import io.daybook.command.idempotency.IdempotencyKeys;
import io.daybook.domain.message.MetadataKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.jspecify.annotations.Nullable;

/**
 * Runs a batch of commands so that one commit makes all of them durable. Nobody is answered before
 * it. A later command of the batch sees what an earlier one did to the same entity, because the
 * entity stays in memory; if the group then cannot be written, what is in memory is forgotten and
 * each command is run again, alone.
 */
final class CommandGroups {

    private final GroupCommit commit;
    private final GroupRead read;
    private final AggregateSetup aggregates;

    CommandGroups(GroupCommit commit, GroupRead read, AggregateSetup aggregates) {
        this.commit = commit;
        this.read = read;
        this.aggregates = aggregates;
    }

    /**
     * Returns when nothing of the batch is under way any more.
     *
     * @param once runs a command without a second try
     * @param alone runs a command in a transaction of its own
     * @return the results, in the order of the batch
     */
    List<CommandResultMessage<?>> run(
            List<Submission<?, ?>> batch,
            Function<Submission<?, ?>, CommandResultMessage<?>> once,
            Function<Submission<?, ?>, CommandResultMessage<?>> alone) {
        var group = new Group(batch, together(batch), once);
        try {
            read.around(group.strangers(), group::handle);
            commit.commit(group.members());
            group.written();
        } catch (GroupRolledBackException undone) {
            group.undone(undone.reason());
        } catch (RuntimeException unknown) {
            group.lost(unknown);
        }
        return group.results(alone);
    }

    /**
     * Which commands can share a commit. The second one with a key has to find the first one's
     * answer in the table; and without memory, the second one of an entity has to find its events.
     */
    private boolean[] together(List<Submission<?, ?>> batch) {
        Set<Object> seen = new HashSet<>();
        boolean[] together = new boolean[batch.size()];
        for (int i = 0; i < together.length; i++) {
            var command = batch.get(i).command();
            together[i] =
                    IdempotencyKeys.scopeOf(command).map(seen::add).orElse(true)
                            && (aggregates.remembers() || seen.add(CommandLane.entity(command)));
        }
        return together;
    }

    private final class Group {

        private final List<Submission<?, ?>> batch;
        private final boolean[] together;
        private final Function<Submission<?, ?>, CommandResultMessage<?>> once;
        private final GroupMember[] members;
        private final @Nullable CommandResultMessage<?>[] results;

        Group(
                List<Submission<?, ?>> batch,
                boolean[] together,
                Function<Submission<?, ?>, CommandResultMessage<?>> once) {
            this.batch = batch;
            this.together = together;
            this.once = once;
            this.members = new GroupMember[batch.size()];
            this.results = new CommandResultMessage<?>[batch.size()];
            Arrays.setAll(members, _ -> new GroupMember());
        }

        /** Entities that are not in memory. */
        Collection<String> strangers() {
            var ids = new HashSet<String>();
            for (int i = 0; i < together.length; i++) {
                String id = CommandLane.entity(batch.get(i).command());
                if (together[i] && !aggregates.remembers(id)) {
                    ids.add(id);
                }
            }
            return ids;
        }

        /** A failed one is left to be run alone, unless nothing could be done about it now. */
        boolean handle() {
            for (int i = 0; i < together.length; i++) {
                if (together[i]) {
                    var submission = batch.get(i);
                    var result = members[i].during(() -> once.apply(submission));
                    if (!result.isExceptional()) {
                        results[i] = result;
                    } else if (Outage.isCauseOf(result.exceptionResult())) {
                        throw new GroupRolledBackException(result.exceptionResult());
                    } else {
                        members[i] = new GroupMember();
                    }
                }
            }
            return true;
        }

        List<GroupMember> members() {
            return List.of(members);
        }

        void written() {
            for (int i = 0; i < together.length; i++) {
                var result = results[i];
                if (result != null) {
                    results[i] =
                            members[i]
                                    .position()
                                    .<CommandResultMessage<?>>map(index ->
                                            result.andMetaData(
                                                    Map.of(MetadataKeys.POSITION, index)))
                                    .orElse(result);
                }
            }
        }

        /** Nothing was written. Against an outage, running all of them again is of no use. */
        void undone(Throwable cause) {
            if (Outage.isCauseOf(cause)) {
                lost(cause);
            } else {
                forget();
                Arrays.fill(results, null);
            }
        }

        /** Something was written or not; whoever asks again with his key will learn it. */
        void lost(Throwable cause) {
            forget();
            Arrays.fill(results, GenericCommandResultMessage.asCommandResultMessage(cause));
        }

        private void forget() {
            batch.forEach(one -> aggregates.forget(CommandLane.entity(one.command())));
        }

        List<CommandResultMessage<?>> results(
                Function<Submission<?, ?>, CommandResultMessage<?>> alone) {
            var all = new ArrayList<CommandResultMessage<?>>(results.length);
            for (int i = 0; i < results.length; i++) {
                var known = results[i];
                all.add(known == null ? alone.apply(batch.get(i)) : known);
            }
            return all;
        }
    }
}
