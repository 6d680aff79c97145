package io.daybook.query.read;

import io.daybook.domain.read.Lookup;
import io.daybook.domain.shared.TenantId;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.r2dbc.connection.ConnectionFactoryUtils;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads documents by id, many in one statement: what is asked for while enough statements are under
 * way goes together with the next one. A read that comes alone goes at once.
 */
public final class DocumentsById {

    /** A second statement keeps the database busy while the answers to the first are written. */
    private static final int UNDER_WAY = 2;

    private static final int MOST_AT_ONCE = 128;

    /**
     * So many values PostgreSQL assumes of an array that it does not know. With fewer it would plan
     * every statement anew, because a plan for few looks cheaper than the one that it remembers.
     */
    private static final int ASSUMED = 10;

    private final ConnectionFactory connections;
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
        this.connections = database.getConnectionFactory();
        var select =
                "SELECT tenant, %2$s AS id, document::text AS document, version FROM %1$s WHERE %2$s = "
                        .formatted(table, id);
        this.one = select + "$1";
        this.several = select + "ANY ($1)";
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
        select(ids)
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

    /**
     * Straight to the driver, because nothing is read as often; failures are those that a client of
     * the database gives.
     */
    private Flux<Found> select(String[] ids) {
        return Flux.usingWhen(
                        connection(), connection -> select(connection, ids), Connection::close)
                .onErrorMap(
                        R2dbcException.class,
                        failure ->
                                ConnectionFactoryUtils.convertR2dbcException(
                                        "documents by id", several, failure));
    }

    private Mono<? extends Connection> connection() {
        return Mono.from(connections.create())
                .onErrorMap(failure ->
                        new DataAccessResourceFailureException(
                                "There is no connection to read over", failure));
    }

    private Flux<Found> select(Connection connection, String[] ids) {
        Statement statement =
                ids.length == 1
                        ? connection.createStatement(one).bind(0, ids[0])
                        : connection.createStatement(several).bind(0, filledUp(ids));
        return Flux.from(statement.execute())
                .concatMap(result -> result.map(columns -> Found.in(new Row(columns))));
    }

    private static String[] filledUp(String[] ids) {
        if (ids.length >= ASSUMED) {
            return ids;
        }
        String[] all = Arrays.copyOf(ids, ASSUMED);
        Arrays.fill(all, ids.length, ASSUMED, ids[0]);
        return all;
    }

    private void next() {
        free.release();
        readOn();
    }
}
