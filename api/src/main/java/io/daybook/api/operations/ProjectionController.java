package io.daybook.api.operations;

import io.daybook.api.problem.ProblemException;
import io.daybook.domain.projection.ProjectionControl;
import io.daybook.domain.projection.ProjectionStatus;
import io.daybook.domain.projection.RebuildStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells how far the read models are, and builds them again. */
@RestController
@RequestMapping("/api/v1/projections")
@Tag(name = "Operations")
final class ProjectionController {

    private final ProjectionControl control;

    ProjectionController(ProjectionControl control) {
        this.control = control;
    }

    record Projections(List<ProjectionStatus> items) {}

    @Operation(summary = "How far each projection is")
    @GetMapping
    Mono<Projections> list() {
        return Mono.fromFuture(control::list).map(Projections::new);
    }

    @Operation(summary = "Empties a read model and builds it again from the log")
    @PostMapping("/{name}/rebuild")
    Mono<ResponseEntity<RebuildStatus>> rebuild(@PathVariable String name) {
        return Mono.fromFuture(() -> control.rebuild(name))
                .map(found -> found(found, "projection"))
                .map(rebuild ->
                        ResponseEntity.accepted()
                                .header(
                                        "Location",
                                        "/api/v1/projections/"
                                                + name
                                                + "/rebuilds/"
                                                + rebuild.rebuildId())
                                .body(rebuild));
    }

    @Operation(summary = "How far a rebuild is")
    @GetMapping("/{name}/rebuilds/{rebuildId}")
    Mono<RebuildStatus> find(@PathVariable String name, @PathVariable String rebuildId) {
        return Mono.fromFuture(() -> control.findRebuild(name, rebuildId))
                .map(found -> found(found, "rebuild"));
    }

    private static RebuildStatus found(Optional<RebuildStatus> rebuild, String what) {
        return rebuild.orElseThrow(() -> ProblemException.notFound(what));
    }
}
