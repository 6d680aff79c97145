package io.daybook.query.read;

import io.daybook.domain.read.Lookup;
import io.daybook.domain.shared.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Reads documents by id, many in one statement: what is asked for while enough statements are under
 * way goes together with the next one. A read that comes alone goes at once.
 */
public final class DocumentsById {

    /** A second statement keeps the database busy while the answers to the first are written. */
    private static final int UNDER_WAY = 2;

    private static final int MOST_AT_ONCE = 128;

    private final DatabaseClient database;
    private final String one;
    private final String several;
    private final ConcurrentLinkedQueue<Wanted> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore free = new Semaphore(UNDER_WAY);

    private record Key(String tenant, String id) {}

    private record Wanted(Key key, CompletableFuture<Lookup> answer) {}

    private record Found(Key key, Lookup document) {

        static Found in(Row row) {
            return new Found(
                    new Key(row.text("tenant"), row.text("id")),
                    Lookup.of(row.text("document"), row.number("version")));
        }
    }

    /**
     * Reads from one table.
     *
     * @param table with the columns {@code tenant}, {@code document} and {@code version}
     * @param id the column of the identifier, which is unique over all tenants
     */
    public DocumentsById(DatabaseClient database, String table, String id) {
        this.database = database;
        var select =
                "SELECT tenant, %2$s AS id, document::text AS document, version FROM %1$s WHERE %2$s = "
                        .formatted(table, id);
        this.one = select + ":id";
        this.several = select + "ANY (:ids)";
    }

    /** Finds nothing where the document belongs to another tenant. */
    public CompletableFuture<Lookup> find(TenantId tenant, Object id) {
        var answer = new CompletableFuture<Lookup>();
        waiting.add(new Wanted(new Key(tenant.value(), id.toString()), answer));
        readOn();
        return answer;
    }

    private void readOn() {
        // Looked at again after the permit is given back: somebody may have come in between.
        while (!waiting.isEmpty() && free.tryAcquire()) {
            List<Wanted> batch = take();
            if (batch.isEmpty()) {
                free.release();
            } else {
                read(batch);
            }
        }
    }

    private List<Wanted> take() {
        var batch = new ArrayList<Wanted>();
        for (Wanted next = waiting.poll(); next != null; next = waiting.poll()) {
            batch.add(next);
            if (batch.size() == MOST_AT_ONCE) {
                break;
            }
        }
        return batch;
    }

    private void read(List<Wanted> batch) {
        String[] ids =
                batch.stream().map(wanted -> wanted.key().id()).distinct().toArray(String[]::new);
        selecting(ids)
                .map(columns -> Found.in(new Row(columns)))
                .all()
                .collectMap(Found::key, Found::document)
                .subscribe(
                        found -> {
                            next();
                            batch.forEach(wanted ->
                                    wanted.answer()
                                            .complete(
                                                    found.getOrDefault(
                                                            wanted.key(), Lookup.NOTHING)));
                        },
                        failure -> {
                            next();
                            batch.forEach(wanted -> wanted.answer().completeExceptionally(failure));
                        });
    }

    /** The server plans anew for every array, but remembers its plan for a single value. */
    private DatabaseClient.GenericExecuteSpec selecting(String[] ids) {
        return ids.length == 1
                ? database.sql(one).bind("id", ids[0])
                : database.sql(several).bind("ids", ids);
    }

    private void next() {
        free.release();
        readOn();
    }
}
