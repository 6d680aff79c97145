package io.daybook.query.read;

import io.daybook.domain.read.Page;
import io.daybook.domain.read.PageRequest;
import java.util.List;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Reads documents that the projections stored. */
public final class Documents {

    private final DatabaseClient database;

    public Documents(DatabaseClient database) {
        this.database = database;
    }

    public <T> Mono<List<T>> all(Selection selection, Function<Row, T> mapping) {
        return selection.rows(database, mapping).collectList();
    }

    /** One row more than asked for tells whether another page follows. */
    public Mono<Page> page(
            Selection selection, String order, PageRequest request, Function<Row, Item> item) {
        return all(selection.orderBy(order, request.limit() + 1), item)
                .map(found -> Item.page(found, request.limit()));
    }
}
