package io.daybook.projection.returns;

import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.returns.ReturnEvent;
import io.daybook.domain.returns.ReturnView;
import io.daybook.projection.Projector;
import io.daybook.projection.RecordedEvent;
import io.daybook.projection.table.DocumentTable;
import io.daybook.projection.table.RowTable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Folds the events of a return into its row, and its lines into one row each. */
final class ReturnProjector implements Projector {

    private final DocumentTable<ReturnView> returns;
    private final RowTable<ReturnTables.Line> lines;

    ReturnProjector(JdbcTemplate jdbc) {
        this.returns = ReturnTables.returns(jdbc);
        this.lines = ReturnTables.lines(jdbc);
    }

    @Override
    public String name() {
        return ProjectionNames.RETURNS;
    }

    @Override
    public Set<String> entityTypes() {
        return Set.of("return");
    }

    @Override
    public boolean handles(Class<?> payloadType) {
        return ReturnEvent.class.isAssignableFrom(payloadType);
    }

    @Override
    public String sequenceKey(Object payload) {
        return ((ReturnEvent) payload).returnId().toString();
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        var changed =
                returns.fold(batch, event -> sequenceKey(event.payload()), ReturnProjector::evolve);
        returns.save(changed);
        lines.upsert(changed.stream().flatMap(ReturnTables.Line::of).toList());
    }

    private static @Nullable ReturnView evolve(@Nullable ReturnView before, RecordedEvent event) {
        return event.follows(before == null ? 0 : before.version())
                ? ReturnView.evolve(before, (ReturnEvent) event.payload(), event.recordedAt())
                : null;
    }

    @Override
    public void clear() {
        returns.clear();
        lines.clear();
    }
}
