package io.daybook.api.operations;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Commands;
import io.daybook.api.exchange.StrictJson;
import io.daybook.api.problem.ProblemException;
import io.daybook.domain.projection.ProjectionControl;
import io.daybook.domain.projection.ProjectionStatus;
import io.daybook.domain.projection.RebuildStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells how far the read models are, and builds them again. */
@RestController
@RequestMapping("/api/v1/projections")
@Tag(name = "Operations")
final class ProjectionController {

    private final ProjectionControl control;
    private final Commands commands;
    private final StrictJson json;

    /** In memory is enough: a rebuild does not outlive its node either. */
    private final Cache<String, CompletableFuture<Optional<RebuildStatus>>> startedByKey =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofDays(7)).maximumSize(1_000).build();

    ProjectionController(ProjectionControl control, Commands commands, StrictJson json) {
        this.control = control;
        this.commands = commands;
        this.json = json;
    }

    record Projections(List<ProjectionStatus> items) {}

    @Operation(summary = "How far each projection is")
    @GetMapping
    Mono<Projections> list() {
        return Mono.fromFuture(control::list).map(Projections::new);
    }

    @Operation(summary = "Empties a read model and builds it again from the log")
    @AnswersWith(value = RebuildStatus.class, status = 202)
    @PostMapping("/{name}/rebuild")
    Mono<ResponseEntity<RebuildStatus>> rebuild(
            @PathVariable String name, ServerWebExchange exchange) {
        String key = commands.key(exchange);
        return commands.body(exchange)
                .doOnNext(json::readNothing)
                .flatMap(_ -> Mono.fromFuture(() -> started(name, key)))
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

    /** A late retry must not empty the model once more. */
    private CompletableFuture<Optional<RebuildStatus>> started(String name, @Nullable String key) {
        return key == null
                ? control.rebuild(name)
                : startedByKey.get(name + '\n' + key, _ -> control.rebuild(name));
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
