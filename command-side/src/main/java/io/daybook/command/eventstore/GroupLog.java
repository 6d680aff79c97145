package io.daybook.command.eventstore;

import io.daybook.command.group.GroupMember;
import io.daybook.command.group.GroupRead;
import io.daybook.command.group.GroupWriter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The log as a group of commands uses it: the events of all of them in one INSERT, and the history
 * of all entities that are not in memory in one SELECT.
 */
public final class GroupLog implements GroupRead {

    private static final ScopedValue<Map<String, List<? extends DomainEventData<?>>>> AT_HAND =
            ScopedValue.newInstance();

    private final EventTable events;
    private final SnapshotTable snapshots;
    private final AppendSignal signal;
    private final Serializer serializer;
    private final GroupWriter<List<? extends DomainEventMessage<?>>> appends = this::append;

    GroupLog(
            EventTable events,
            SnapshotTable snapshots,
            AppendSignal signal,
            Serializer serializer) {
        this.events = events;
        this.snapshots = snapshots;
        this.signal = signal;
        this.serializer = serializer;
    }

    /** Writes the events of a group. */
    public GroupWriter<?> appends() {
        return appends;
    }

    void leave(GroupMember member, List<? extends DomainEventMessage<?>> messages) {
        member.add(appends, messages);
    }

    private OptionalLong append(List<List<? extends DomainEventMessage<?>>> messages) {
        var all = messages.stream().<DomainEventMessage<?>>flatMap(List::stream).toList();
        long highest = events.append(all, serializer);
        signal.afterCommit();
        return OptionalLong.of(highest);
    }

    @Override
    public <T> T around(Collection<String> aggregates, Supplier<T> work) {
        if (aggregates.isEmpty()) {
            return work.get();
        }
        var history = new HashMap<String, List<? extends DomainEventData<?>>>();
        var whole = snapshots.among(aggregates);
        history.putAll(
                events.eventsOf(
                        aggregates.stream().filter(id -> !whole.contains(id)).toList(),
                        PostgresEventStorageEngine.BATCH));
        return ScopedValue.where(AT_HAND, history).call(work::get);
    }

    /**
     * The first batch of an aggregate's events, when it is at hand and nothing else is asked for.
     */
    static @Nullable List<? extends DomainEventData<?>> firstOf(String aggregate, long sequence) {
        return sequence == 0 && AT_HAND.isBound() ? AT_HAND.get().get(aggregate) : null;
    }

    /** Whether it is known that there is no snapshot. */
    static boolean hasNoSnapshot(String aggregate) {
        return AT_HAND.isBound() && AT_HAND.get().containsKey(aggregate);
    }
}
