package io.daybook.command.aggregate;

import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.MetadataKeys;
import io.daybook.domain.message.Receipt;
import io.daybook.domain.message.Rejection;
import io.daybook.domain.message.RequestRejection;
import io.daybook.domain.shared.Decision;
import java.util.Arrays;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * The part of a shell that is the same for every aggregate: whose it is, whether the caller saw the
 * present version, and how a decision becomes events or a refusal. A refusal is a result, not an
 * exception: nothing is rolled back for it.
 *
 * @param <C> the sealed root of the commands
 * @param <E> the sealed root of the events
 * @param <R> the sealed root of the refusals
 */
public abstract class AggregateShell<C, E, R extends Rejection> {

    /** The tenant of the first event; {@code null} before it. */
    private @Nullable String tenant;

    private long version;

    protected abstract Decision<E, R> decide(C command);

    protected abstract Receipt receipt();

    protected abstract List<String> allowed();

    /** What callers call this kind of entity, for example {@code order}. */
    protected abstract String kind();

    protected final CommandResult run(C command, MetaData metadata) {
        if (tenant != null && !tenant.equals(metadata.get(MetadataKeys.TENANT))) {
            return new CommandResult.Refused(
                    new RequestRejection.UnknownEntity(kind()), 0, List.of());
        }
        Object expected = metadata.get(MetadataKeys.EXPECTED_VERSION);
        if (expected != null && !matches(expected.toString())) {
            var mismatch = new RequestRejection.VersionMismatch(expected.toString(), version);
            return new CommandResult.Refused(mismatch, version, allowed());
        }
        return switch (decide(command)) {
            case Decision.Accepted<E, R>(var events) when isDryRun(metadata) ->
                    new CommandResult.Accepted(new Undone(events), version);
            case Decision.Accepted<E, R>(var events) -> {
                events.forEach(AggregateLifecycle::apply);
                yield new CommandResult.Accepted(receipt(), version);
            }
            case Decision.Refused<E, R>(var rejection) ->
                    new CommandResult.Refused(rejection, version, allowed());
        };
    }

    /** To be called for every event, live and replayed. */
    protected final void recorded(MetaData metadata) {
        version++;
        if (tenant == null) {
            tenant = String.valueOf(metadata.get(MetadataKeys.TENANT));
        }
    }

    private static boolean isDryRun(MetaData metadata) {
        return Boolean.TRUE.equals(metadata.get(MetadataKeys.DRY_RUN));
    }

    private boolean matches(String expected) {
        return Arrays.stream(expected.split(","))
                .anyMatch(each -> each.trim().equals(Long.toString(version)));
    }
}
