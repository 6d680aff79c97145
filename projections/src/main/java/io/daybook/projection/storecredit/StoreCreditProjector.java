package io.daybook.projection.storecredit;

import static io.daybook.projection.table.Column.amount;
import static io.daybook.projection.table.Column.text;
import static io.daybook.projection.table.Column.time;
import static io.daybook.projection.table.Column.whole;

import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.storecredit.StoreCreditEvent;
import io.daybook.domain.storecredit.StoreCreditView;
import io.daybook.projection.Projector;
import io.daybook.projection.RecordedEvent;
import io.daybook.projection.table.DocumentTable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Folds the events of a store credit account into its row. */
final class StoreCreditProjector implements Projector {

    private final DocumentTable<StoreCreditView> accounts;

    StoreCreditProjector(JdbcTemplate jdbc) {
        this.accounts =
                new DocumentTable<>(
                        jdbc,
                        "readmodel.store_credit",
                        "account_id",
                        StoreCreditView.class,
                        List.of(
                                text("customer_id", StoreCreditView::customerId),
                                text("currency", StoreCreditView::currency),
                                amount("balance", StoreCreditView::balance),
                                amount("held", StoreCreditView::held),
                                amount("available", StoreCreditView::available),
                                amount("granted", StoreCreditView::granted),
                                amount("spent", StoreCreditView::spent),
                                whole("version", StoreCreditView::version),
                                time("updated_at", StoreCreditView::updatedAt)));
    }

    @Override
    public String name() {
        return ProjectionNames.STORE_CREDIT;
    }

    @Override
    public Set<String> entityTypes() {
        return Set.of("store-credit");
    }

    @Override
    public boolean handles(Class<?> payloadType) {
        return StoreCreditEvent.class.isAssignableFrom(payloadType);
    }

    @Override
    public String sequenceKey(Object payload) {
        return ((StoreCreditEvent) payload).accountId().toString();
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        accounts.save(
                accounts.fold(
                        batch,
                        event -> sequenceKey(event.payload()),
                        StoreCreditProjector::evolve));
    }

    private static @Nullable StoreCreditView evolve(
            @Nullable StoreCreditView before, RecordedEvent event) {
        return event.follows(before == null ? 0 : before.version())
                ? StoreCreditView.evolve(
                        before, (StoreCreditEvent) event.payload(), event.recordedAt())
                : null;
    }

    @Override
    public void clear() {
        accounts.clear();
    }
}
