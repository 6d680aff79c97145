package io.daybook.command.eventstore;

import io.daybook.command.group.GroupMember;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * The log on PostgreSQL. Appending takes part in the caller's transaction and costs one round trip;
 * reading never skips an event, because gaps are judged by transactions and not by clocks ({@link
 * TransactionHorizon}).
 */
final class PostgresEventStorageEngine extends BatchingEventStorageEngine implements EntityHistory {

    static final int BATCH = 500;

    private final EventTable events;
    private final SnapshotTable snapshots;
    private final TransactionManager transactions;
    private final TransactionHorizon horizon;
    private final AppendSignal signal;
    private final GroupLog groups;

    private static final class Settings extends Builder {

        Settings(EventSerialization serialization) {
            eventSerializer(serialization.events());
            snapshotSerializer(serialization.snapshots());
            upcasterChain(serialization.upcasters());
            snapshotFilter(serialization.snapshotFilter());
            persistenceExceptionResolver(DuplicateKeyException.class::isInstance);
            batchSize(BATCH);
        }
    }

    PostgresEventStorageEngine(
            DataSource dataSource,
            TransactionManager transactions,
            EventSerialization serialization,
            AppendSignal signal) {
        super(new Settings(serialization));
        this.events = new EventTable(dataSource);
        this.snapshots = new SnapshotTable(dataSource);
        this.horizon = new TransactionHorizon(dataSource);
        this.transactions = transactions;
        this.signal = signal;
        this.groups = new GroupLog(events, snapshots, signal, serialization.events());
    }

    /** How groups of commands append and read. */
    GroupLog groups() {
        return groups;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> messages, Serializer serializer) {
        if (messages.isEmpty()) {
            return;
        }
        var domainEvents =
                messages.stream()
                        .<DomainEventMessage<?>>map(PostgresEventStorageEngine::asDomainEvent)
                        .toList();
        GroupMember.current()
                .ifPresentOrElse(
                        member -> groups.leave(member, domainEvents),
                        () -> append(domainEvents, serializer));
    }

    private void append(List<DomainEventMessage<?>> domainEvents, Serializer serializer) {
        try {
            transactions.executeInTransaction(() -> {
                AppendedPosition.record(events.append(domainEvents, serializer));
                signal.afterCommit();
            });
        } catch (RuntimeException failure) {
            handlePersistenceException(failure, domainEvents.getFirst());
        }
    }

    private static DomainEventMessage<?> asDomainEvent(EventMessage<?> message) {
        return message instanceof DomainEventMessage<?> domainEvent
                ? domainEvent
                : standingAlone(message);
    }

    @SuppressWarnings("NullAway") // an event that no aggregate published has no type
    private static <T> DomainEventMessage<T> standingAlone(EventMessage<T> message) {
        return new GenericDomainEventMessage<>(
                null, message.getIdentifier(), 0, message, message::getTimestamp);
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        transactions.executeInTransaction(() -> snapshots.store(snapshot, serializer));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return GroupLog.hasNoSnapshot(aggregateIdentifier)
                ? Stream.empty()
                : snapshots.read(aggregateIdentifier);
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        var atHand = GroupLog.firstOf(aggregateIdentifier, firstSequenceNumber);
        return atHand == null
                ? events.eventsOf(aggregateIdentifier, firstSequenceNumber, batchSize)
                : atHand;
    }

    @Override
    public <E> List<E> naming(String entity, String text, Class<E> type) {
        var found = events.eventsNaming(entity, text).stream();
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        found, getEventSerializer(), upcasterChain)
                .asStream()
                .map(event -> type.cast(event.getPayload()))
                .toList();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return events.lastSequenceOf(aggregateIdentifier);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
            @Nullable TrackingToken lastToken, int batchSize) {
        var position = LogPosition.of(lastToken);
        var settled = horizon.settled();
        var found = new ArrayList<TrackedEventData<?>>();
        for (var row : events.after(position, batchSize)) {
            position = position.after(row.index(), settled);
            found.add(new TrackedDomainEventData<>(position.token(), row.event()));
        }
        return found;
    }

    /** One read of what came after a position. */
    TailBatch readAfter(LogPosition start) {
        var settled = horizon.settled();
        var found = events.after(start, BATCH);
        var messages = deserialized(found);
        var rows = new ArrayList<TailBatch.Row>(found.size());
        var end = start;
        for (var row : found) {
            end = end.after(row.index(), settled);
            rows.add(
                    new TailBatch.Row(
                            row.index(), settled, messages.getOrDefault(row.index(), List.of())));
        }
        end = end.settledAt(settled);
        if (end.hasGaps()) {
            horizon.observe(end.index());
        }
        return new TailBatch(rows, end, found.size() >= BATCH);
    }

    private Map<Long, List<TrackedEventMessage<?>>> deserialized(List<EventTable.Row> rows) {
        // Every reader stamps its own token on an event; on the way through the upcasters its index
        // stands in for it.
        var data =
                rows.stream()
                        .map(row ->
                                new TrackedDomainEventData<>(
                                        new GlobalSequenceTrackingToken(row.index()), row.event()));
        var messages = new HashMap<Long, List<TrackedEventMessage<?>>>();
        EventUtils.upcastAndDeserializeTrackedEvents(data, getEventSerializer(), upcasterChain)
                .forEach(event ->
                        messages.computeIfAbsent(
                                        event.trackingToken().position().orElseThrow(),
                                        index -> new ArrayList<>(1))
                                .add(event));
        return messages;
    }

    @Override
    public TrackingToken createTailToken() {
        return LogPosition.beginning().token();
    }

    @Override
    public TrackingToken createHeadToken() {
        return positionAt(events.highest()).token();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return positionAt(events.before(dateTime)).token();
    }

    /**
     * Lists the indexes of transactions that are still open as gaps: a bare index would skip their
     * events.
     */
    private LogPosition positionAt(long index) {
        horizon.settleWithin(Duration.ofMillis(200), index);
        var settled = Math.min(horizon.settled(), index);
        return LogPosition.at(index, events.missing(settled, index));
    }
}
