package io.daybook.domain.projection;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What operators can ask of the projections of this node. A port: the projections module implements
 * it.
 */
public interface ProjectionControl {

    CompletableFuture<List<ProjectionStatus>> list();

    /**
     * Empties the read model and builds it again from the first event. While it runs, reads see the
     * model as far as it is.
     *
     * @return the rebuild, or the one that is already running; empty when there is no projection of
     *     this name
     */
    CompletableFuture<Optional<RebuildStatus>> rebuild(String projection);

    CompletableFuture<Optional<RebuildStatus>> findRebuild(String projection, String rebuildId);
}
