package io.daybook.query.process;

import io.daybook.domain.order.OrderStatus;
import io.daybook.domain.process.DeadLetterStatus;
import io.daybook.domain.process.DeadLetterView;
import io.daybook.domain.process.FindDeadLetter;
import io.daybook.domain.process.FindProcess;
import io.daybook.domain.process.ListDeadLetters;
import io.daybook.domain.process.ListProcesses;
import io.daybook.domain.process.ProcessKind;
import io.daybook.domain.process.ProcessStatus;
import io.daybook.domain.process.ProcessView;
import io.daybook.domain.read.Cursor;
import io.daybook.domain.read.Lookup;
import io.daybook.domain.read.Page;
import io.daybook.query.read.Answer;
import io.daybook.query.read.Item;
import io.daybook.query.read.Row;
import io.daybook.query.read.TimeCursor;
import io.daybook.query.read.ViewJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/** Answers the queries about processes. */
public final class ProcessQueryHandler {

    private static final String DEAD_LETTERS_OF_TENANT =
            """
            SELECT dead_letter_identifier, processing_group, sequence_identifier, payload_type, aggregate_identifier,
              sequence_number + 1 AS version, cause_message, enqueued_at, last_touched, 'PARKED' AS status
            FROM daybook.dead_letter_entry
            WHERE convert_from(meta_data, 'UTF8')::json ->> 'tenant' = :tenant
            """;
    private static final String DEAD_LETTER =
            DEAD_LETTERS_OF_TENANT
                    + """
                       AND dead_letter_identifier = :id
                    UNION ALL
                    SELECT dead_letter_identifier, processing_group, sequence_identifier, payload_type, aggregate_identifier,
                      sequence_number + 1, cause_message, enqueued_at, last_touched, 'DISCARDED'
                    FROM daybook.discarded_dead_letter
                    WHERE tenant = :tenant AND dead_letter_identifier = :id
                    """;
    private static final String DEAD_LETTERS =
            DEAD_LETTERS_OF_TENANT
                    + " AND (enqueued_at, dead_letter_identifier) > (:after, :id)"
                    + " ORDER BY enqueued_at, dead_letter_identifier LIMIT :limit";

    private final DatabaseClient database;

    public ProcessQueryHandler(DatabaseClient database) {
        this.database = database;
    }

    @QueryHandler
    CompletableFuture<Page> handle(ListProcesses query) {
        var after = query.page().after();
        int limit = query.page().limit();
        return Answer.of(
                database.sql(ProcessSql.LIST)
                        .bind("tenant", query.tenant().value())
                        .bind(
                                "running",
                                orders(query, ProcessStatus.RUNNING, OrderProcess::running))
                        .bind("stuck", orders(query, ProcessStatus.STUCK, OrderProcess::stuck))
                        .bind("settling", returns(query, ProcessStatus.RUNNING))
                        .bind("unsettled", returns(query, ProcessStatus.STUCK))
                        .bind("after", after == null ? Instant.EPOCH : TimeCursor.timeOf(after))
                        .bind("id", after == null ? "" : after.id())
                        .bind("limit", limit + 1)
                        .map(columns -> item(new Row(columns)))
                        .all()
                        .collectList()
                        .map(items -> Item.page(items, limit)));
    }

    /** The statuses of orders to look at; none when processes of this status are not wanted. */
    private static String[] orders(
            ListProcesses query, ProcessStatus status, Function<ProcessKind, Set<OrderStatus>> of) {
        return Arrays.stream(ProcessKind.values())
                .filter(kind -> isWanted(query, status, kind))
                .flatMap(kind -> of.apply(kind).stream())
                .map(Enum::name)
                .toArray(String[]::new);
    }

    private static String[] returns(ListProcesses query, ProcessStatus status) {
        return isWanted(query, status, ProcessKind.SETTLEMENT)
                ? ReturnProcess.RUNNING.stream().map(Enum::name).toArray(String[]::new)
                : new String[0];
    }

    private static boolean isWanted(ListProcesses query, ProcessStatus status, ProcessKind kind) {
        return (query.status() == null || query.status() == status)
                && (query.kind() == null || query.kind() == kind);
    }

    private static Item item(Row row) {
        return new Item(
                ViewJson.of(view(row)), TimeCursor.of(row.instant("started_at"), row.text("id")));
    }

    private static ProcessView view(Row row) {
        if (!row.text("id").equals(row.text("order_id"))) {
            return ReturnProcess.of(row).view();
        }
        var process = OrderProcess.of(row);
        return process.view(process.kind());
    }

    @QueryHandler
    CompletableFuture<Lookup> handle(FindProcess query) {
        var id = query.processId();
        return Answer.of(
                database.sql(
                                id.kind() == ProcessKind.SETTLEMENT
                                        ? ProcessSql.ONE_RETURN
                                        : ProcessSql.ONE_ORDER)
                        .bind("tenant", query.tenant().value())
                        .bind("id", id.entity())
                        .map(columns -> one(new Row(columns), id.kind()))
                        .one()
                        .defaultIfEmpty(Lookup.NOTHING));
    }

    private static Lookup one(Row row, ProcessKind kind) {
        if (kind == ProcessKind.SETTLEMENT) {
            return found(ReturnProcess.of(row).view(), row);
        }
        var process = OrderProcess.of(row);
        // An order that nobody cancelled has no cancellation.
        return kind == ProcessKind.CANCELLATION && process.kind() != kind
                ? Lookup.NOTHING
                : found(process.view(kind), row);
    }

    private static Lookup found(ProcessView view, Row row) {
        return Lookup.of(ViewJson.of(view), row.number("version"));
    }

    @QueryHandler
    CompletableFuture<Page> handle(ListDeadLetters query) {
        var after = query.page().after();
        int limit = query.page().limit();
        return Answer.of(
                database.sql(DEAD_LETTERS)
                        .bind("tenant", query.tenant().value())
                        .bind("after", after == null ? "" : key(after))
                        .bind("id", after == null ? "" : after.id())
                        .bind("limit", limit + 1)
                        .map(columns -> listed(new Row(columns)))
                        .all()
                        .collectList()
                        .map(items -> Item.page(items, limit)));
    }

    /** Parked, or given up. It has no versions. */
    @QueryHandler
    CompletableFuture<Lookup> handle(FindDeadLetter query) {
        return Answer.of(
                database.sql(DEAD_LETTER)
                        .bind("tenant", query.tenant().value())
                        .bind("id", query.deadLetterId())
                        .map(columns -> Lookup.of(ViewJson.of(deadLetter(new Row(columns))), 0))
                        .one()
                        .defaultIfEmpty(Lookup.NOTHING));
    }

    /** As the queue writes times, which sorts like them. */
    private static String key(Cursor cursor) {
        TimeCursor.timeOf(cursor);
        return cursor.key();
    }

    private static Item listed(Row row) {
        DeadLetterView view = deadLetter(row);
        return new Item(
                ViewJson.of(view), new Cursor(row.text("enqueued_at"), view.deadLetterId()));
    }

    private static DeadLetterView deadLetter(Row row) {
        return new DeadLetterView(
                row.text("dead_letter_identifier"),
                row.text("processing_group"),
                row.text("sequence_identifier"),
                row.text("payload_type"),
                row.optionalText("aggregate_identifier"),
                row.optionalNumber("version"),
                row.optionalText("cause_message"),
                Instant.parse(row.text("enqueued_at")),
                parse(row.optionalText("last_touched")),
                DeadLetterStatus.valueOf(row.text("status")));
    }

    private static @Nullable Instant parse(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
