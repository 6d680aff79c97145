package io.daybook.api.exchange;

import io.daybook.api.problem.ProblemException;
import io.daybook.api.security.Caller;
import io.daybook.domain.dryrun.IntendedEvent;
import io.daybook.domain.dryrun.Intent;
import io.daybook.domain.dryrun.MoneyDelta;
import io.daybook.domain.dryrun.Preview;
import io.daybook.domain.dryrun.PreviewIntent;
import io.daybook.domain.dryrun.UnitDelta;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.List;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers calls that ask what they would do ({@code ?dryRun=true}). */
@Component
public final class DryRuns {

    public static final String PARAMETER = "dryRun";

    private final QueryGateway queries;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    DryRuns(QueryGateway queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** What a call would do. */
    public record DryRunAnswer(
            boolean dryRun,
            long version,
            List<Event> events,
            @Schema(implementation = Object.class) JsonNode state,
            Deltas deltas) {}

    /** An event that would be written. */
    public record Event(
            String type,
            @Nullable String revision,
            @Schema(implementation = Object.class) JsonNode payload) {}

    /** The figures of the entity that would change. */
    public record Deltas(List<MoneyDelta> money, List<UnitDelta> stock) {}

    /** Whether a call knows the parameter. */
    public static boolean areKnownTo(Method call) {
        return call.isAnnotationPresent(PostMapping.class)
                && call.getDeclaringClass().isAnnotationPresent(DryRunnable.class);
    }

    static boolean isAskedFor(ServerWebExchange exchange) {
        if (exchange.getRequest().getQueryParams().isEmpty()) {
            return false;
        }
        String asked = Parameters.text(exchange, PARAMETER);
        return switch (asked == null ? "false" : asked) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.invalid('/' + PARAMETER, "must be true or false");
        };
    }

    /**
     * Writes the answer itself, in the place of the call, whose own answer is about something that
     * happened; completes without a value.
     */
    Mono<Outcome> answer(ServerWebExchange exchange, Caller caller, Outcome outcome) {
        var intent = (Intent) outcome.receipt();
        var query = new PreviewIntent(caller.tenant(), intent, outcome.version(), clock.instant());
        return Mono.fromFuture(() -> queries.query(query, Preview.class))
                .flatMap(preview -> write(exchange, answer(intent, preview, outcome.version())))
                .then(Mono.empty());
    }

    private DryRunAnswer answer(Intent intent, Preview preview, long version) {
        return new DryRunAnswer(
                true,
                version,
                intent.events().stream().map(this::event).toList(),
                json.readTree(preview.state()),
                new Deltas(preview.money(), preview.stock()));
    }

    private Event event(IntendedEvent event) {
        return new Event(event.type(), event.revision(), json.readTree(event.payload()));
    }

    private Mono<Void> write(ServerWebExchange exchange, DryRunAnswer answer) {
        var response = exchange.getResponse();
        byte[] body = json.writeValueAsBytes(answer);
        response.setStatusCode(HttpStatus.OK);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setETag(Answers.tag(answer.version()));
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
