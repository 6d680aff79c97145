package io.daybook.query.history;

import io.daybook.domain.read.Lookup;
import io.daybook.domain.read.Moment;
import io.daybook.domain.shared.TenantId;
import io.daybook.query.read.Selection;
import io.daybook.query.read.ViewJson;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Folds the events of one entity up to a moment, while they arrive. */
public final class TimeTravel<E, V> {

    private final DatabaseClient database;
    private final StoredEvents<E> events;
    private final Fold<E, V> fold;

    /** Applies one event; {@code before} is {@code null} for the first. */
    @FunctionalInterface
    public interface Fold<E, V> {
        V evolve(@Nullable V before, E event, Instant recordedAt);
    }

    private record Folded<V>(@Nullable V view, long version) {}

    public TimeTravel(DatabaseClient database, Class<E> root, Fold<E, V> fold) {
        this.database = database;
        this.events = new StoredEvents<>(root);
        this.fold = fold;
    }

    /** Without a document when the entity had not begun, or never came so far. */
    public Mono<Lookup> at(TenantId tenant, Object id, Moment moment) {
        return upTo(moment, tenant, id)
                .reduce(new Folded<V>(null, 0), this::next)
                .map(folded -> lookup(folded, moment));
    }

    /** As {@link Continuation}. */
    public Mono<Continuation.Change> continued(
            TenantId tenant, String id, long version, List<LoggedEvent> further) {
        return upTo(new Moment.AtVersion(version), tenant, id)
                .reduce(new Folded<V>(null, 0), this::next)
                .map(before -> {
                    var after = before;
                    for (var event : further) {
                        after = next(after, event);
                    }
                    return new Continuation.Change(
                            before.view(), Objects.requireNonNull(after.view()));
                });
    }

    private Flux<LoggedEvent> upTo(Moment moment, TenantId tenant, Object id) {
        var selection =
                new Selection(
                                "SELECT "
                                        + LoggedEvent.COLUMNS
                                        + " FROM daybook.domain_event_entry",
                                tenant)
                        .and("aggregate_identifier = :id", "id", id);
        return switch (moment) {
            case Moment.AtVersion(var version) ->
                    inOrder(selection.and("sequence_number < :version", "version", version));
            // Up to the first later event: with skewed clocks an earlier time may follow a later
            // one, and a history with a hole is none.
            case Moment.AsOf(var instant) ->
                    inOrder(selection).takeWhile(event -> !event.recordedAt().isAfter(instant));
        };
    }

    private Flux<LoggedEvent> inOrder(Selection selection) {
        return selection
                .orderBy("sequence_number", Integer.MAX_VALUE)
                .rows(database, LoggedEvent::of);
    }

    private Folded<V> next(Folded<V> before, LoggedEvent event) {
        return new Folded<>(
                fold.evolve(before.view(), events.read(event), event.recordedAt()),
                before.version() + 1);
    }

    private static Lookup lookup(Folded<?> folded, Moment moment) {
        var view = folded.view();
        var reached =
                !(moment instanceof Moment.AtVersion(var version)) || folded.version() == version;
        return view == null || !reached
                ? Lookup.NOTHING
                : Lookup.of(ViewJson.of(view), folded.version());
    }
}
