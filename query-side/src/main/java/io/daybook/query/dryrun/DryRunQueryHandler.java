package io.daybook.query.dryrun;

import io.daybook.domain.dryrun.IntendedEvent;
import io.daybook.domain.dryrun.Preview;
import io.daybook.domain.dryrun.PreviewIntent;
import io.daybook.query.history.Continuation;
import io.daybook.query.history.LoggedEvent;
import io.daybook.query.read.Answer;
import io.daybook.query.read.ViewJson;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;

/** Shows entities as they would be. The intended events are folded like recorded ones. */
public final class DryRunQueryHandler {

    private final Map<String, Continuation> histories;

    /**
     * @param histories by the prefix of the identifiers, for example {@code ord}
     */
    public DryRunQueryHandler(Map<String, Continuation> histories) {
        this.histories = Map.copyOf(histories);
    }

    @QueryHandler
    CompletableFuture<Preview> handle(PreviewIntent query) {
        String id = query.intent().entityId();
        var history = histories.get(id.substring(0, id.indexOf('_')));
        if (history == null) {
            throw new IllegalArgumentException("no history is known for " + id);
        }
        List<LoggedEvent> further =
                query.intent().events().stream().map(event -> logged(event, query)).toList();
        return Answer.of(
                history.of(query.tenant(), id, query.version(), further)
                        .map(DryRunQueryHandler::preview));
    }

    private static LoggedEvent logged(IntendedEvent event, PreviewIntent query) {
        return new LoggedEvent(
                Long.MAX_VALUE,
                query.intent().entityId(),
                event.type(),
                event.revision(),
                query.at(),
                event.payload());
    }

    private static Preview preview(Continuation.Change change) {
        var before = Figures.of(change.before());
        var after = Figures.of(change.after());
        return new Preview(
                ViewJson.of(change.after()), after.moneySince(before), after.unitsSince(before));
    }
}
