package io.daybook.query.inventory;

import io.daybook.domain.inventory.ExplainStock;
import io.daybook.domain.inventory.ListMovements;
import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.inventory.StockInquiry;
import io.daybook.domain.inventory.StockLedger;
import io.daybook.domain.read.Cursor;
import io.daybook.domain.read.Lookup;
import io.daybook.domain.read.Page;
import io.daybook.domain.shared.StockItemId;
import io.daybook.query.history.LoggedEvent;
import io.daybook.query.history.StoredEvents;
import io.daybook.query.read.Answer;
import io.daybook.query.read.Selection;
import io.daybook.query.read.ViewJson;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Answers from the log of a stock item what moved it, and why its numbers are what they are. */
public final class StockHistory {

    private final DatabaseClient database;
    private final StoredEvents<StockEvent> events = new StoredEvents<>(StockEvent.class);

    public StockHistory(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The cursor carries the balance, so that no page has to begin with the first event of an item
     * that has a million.
     */
    @QueryHandler
    CompletableFuture<Page> handle(ListMovements query) {
        var cursor = query.page().after();
        var before =
                cursor == null ? StockLedger.EMPTY : StockLedger.parse(cursor.key(), cursor.id());
        int limit = query.page().limit();
        return Answer.of(
                log(query.stockItemId(), before.version(), limit + 1)
                        .collectList()
                        .map(found -> page(before, found, limit)));
    }

    private Page page(StockLedger before, List<LoggedEvent> found, int limit) {
        var items = new ArrayList<String>();
        var ledger = before;
        for (LoggedEvent logged : found.subList(0, Math.min(limit, found.size()))) {
            var event = events.read(logged);
            ledger = ledger.after(event);
            ledger.entry(event, logged.position(), logged.recordedAt())
                    .map(ViewJson::of)
                    .ifPresent(items::add);
        }
        var next =
                found.size() > limit
                        ? new Cursor(Long.toString(ledger.version()), ledger.text())
                        : null;
        return new Page(items, next);
    }

    @QueryHandler
    CompletableFuture<Lookup> handle(ExplainStock query) {
        var id = query.stockItemId();
        return Answer.of(
                log(id, 0, Integer.MAX_VALUE)
                        .reduce(
                                new StockInquiry(id),
                                (inquiry, logged) ->
                                        inquiry.with(
                                                events.read(logged),
                                                logged.position(),
                                                logged.recordedAt()))
                        .map(StockHistory::lookup));
    }

    private static Lookup lookup(StockInquiry inquiry) {
        return inquiry.explanation()
                .map(found -> Lookup.of(ViewJson.of(found), found.version()))
                .orElse(Lookup.NOTHING);
    }

    private Flux<LoggedEvent> log(StockItemId id, long after, int limit) {
        return new Selection(
                        "SELECT " + LoggedEvent.COLUMNS + " FROM daybook.domain_event_entry",
                        id.tenant())
                .and("aggregate_identifier = :id", "id", id)
                .and("sequence_number >= :after", "after", after)
                .orderBy("sequence_number", limit)
                .rows(database, LoggedEvent::of);
    }
}
