package io.daybook.projection.processing;

import io.daybook.domain.projection.ProjectionControl;
import io.daybook.domain.projection.ProjectionStatus;
import io.daybook.domain.projection.RebuildStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Answers operators, on threads of its own because every answer needs the database. */
final class LiveControl implements ProjectionControl {

    private final Map<String, LiveProjection> projections;
    private final ProjectionWatch watch;
    private final Rebuilds rebuilds;
    private final Executor executor;

    LiveControl(
            Map<String, LiveProjection> projections,
            ProjectionWatch watch,
            Rebuilds rebuilds,
            Executor executor) {
        this.projections = projections;
        this.watch = watch;
        this.rebuilds = rebuilds;
        this.executor = executor;
    }

    @Override
    public CompletableFuture<List<ProjectionStatus>> list() {
        return CompletableFuture.supplyAsync(
                () -> projections.values().stream().map(this::status).toList(), executor);
    }

    @Override
    public CompletableFuture<Optional<RebuildStatus>> rebuild(String projection) {
        return CompletableFuture.supplyAsync(
                () -> find(projection).map(rebuilds::request), executor);
    }

    @Override
    public CompletableFuture<Optional<RebuildStatus>> findRebuild(
            String projection, String rebuildId) {
        return CompletableFuture.supplyAsync(
                () -> find(projection).flatMap(live -> rebuilds.find(live, rebuildId)), executor);
    }

    private Optional<LiveProjection> find(String projection) {
        return Optional.ofNullable(projections.get(projection));
    }

    private ProjectionStatus status(LiveProjection projection) {
        var lag = watch.measure(projection);
        var failure = projection.failure();
        return new ProjectionStatus(
                projection.name(),
                stateOf(projection),
                lag.position(),
                lag.head(),
                lag.events(),
                lag.millis(),
                projection.processor().processingStatus().size(),
                lag.deadLetters(),
                failure == null ? projection.deadLetters().lastCause().orElse(null) : failure);
    }

    private ProjectionStatus.Status stateOf(LiveProjection projection) {
        if (rebuilds.isRunning(projection)) {
            return ProjectionStatus.Status.REBUILDING;
        }
        if (!projection.processor().isRunning()) {
            return ProjectionStatus.Status.STOPPED;
        }
        return projection.failure() != null || projection.processor().isError()
                ? ProjectionStatus.Status.FAILING
                : ProjectionStatus.Status.RUNNING;
    }
}
