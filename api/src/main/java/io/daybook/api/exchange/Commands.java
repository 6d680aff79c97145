package io.daybook.api.exchange;

import io.daybook.api.correlation.CallIds;
import io.daybook.api.problem.ProblemException;
import io.daybook.api.problem.RejectionProblems;
import io.daybook.api.security.Caller;
import io.daybook.domain.dryrun.Intent;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.MetadataKeys;
import io.daybook.domain.message.StoredAnswer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends commands with everything that the headers say about them, and turns refusals into problems.
 */
@Component
public final class Commands {

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final String KEYLESS = Commands.class.getName() + ".keyless";

    private static final int LARGEST_BODY = 256 * 1024;
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,255}");
    private static final Pattern STRONG_TAG = Pattern.compile("\"(\\d{1,18})\"");

    private final CommandBus commandBus;
    private final MeterRegistry meters;
    private final DryRuns dryRuns;
    private final boolean keyRequired;
    private final JsonMapper json = JsonMapper.builder().build();

    Commands(
            CommandBus commandBus,
            MeterRegistry meters,
            DryRuns dryRuns,
            @Value("${daybook.idempotency.required:false}") boolean keyRequired) {
        this.commandBus = commandBus;
        this.meters = meters;
        this.dryRuns = dryRuns;
        this.keyRequired = keyRequired;
    }

    /**
     * Completes with the accepted command, or fails with the problem that the refusal stands for.
     * Without a value when the caller only wanted to know what would happen, and was told.
     */
    public Mono<Outcome> send(
            ServerWebExchange exchange, Caller caller, Object command, byte[] body) {
        Preferences.of(exchange); // refused before anything is done
        boolean dryRun = DryRuns.isAskedFor(exchange);
        Map<String, Object> metadata = metadata(exchange, caller);
        if (dryRun) {
            metadata.put(MetadataKeys.DRY_RUN, true);
            return dispatched(command, metadata)
                    .flatMap(outcome -> dryRuns.answer(exchange, caller, outcome));
        }
        remember(key(exchange), exchange, body, metadata);
        return dispatched(command, metadata);
    }

    /**
     * Sends the second command of a call, whose first was accepted. The caller's key and version
     * belong to the first.
     */
    public Mono<Outcome> sendAlso(ServerWebExchange exchange, Caller caller, Object command) {
        Map<String, Object> metadata = metadata(exchange, caller);
        metadata.remove(MetadataKeys.EXPECTED_VERSION);
        return dispatched(command, metadata);
    }

    private Mono<Outcome> dispatched(Object command, Map<String, Object> metadata) {
        return Mono.<CommandResultMessage<?>>create(
                        sink -> {
                            Timer.Sample sample = Timer.start(meters);
                            try {
                                commandBus.dispatch(
                                        new GenericCommandMessage<>(command, metadata),
                                        (_, result) -> {
                                            count(sample, command, result);
                                            if (result.isExceptional()) {
                                                sink.error(result.exceptionResult());
                                            } else {
                                                sink.success(result);
                                            }
                                        });
                            } catch (RejectedExecutionException e) {
                                stop(sample, command, "overloaded", "");
                                sink.error(e);
                            }
                        })
                .map(this::outcome);
    }

    /** The raw body, empty when there is none; more than the limit is a problem of its own. */
    public Mono<byte[]> body(ServerWebExchange exchange) {
        return DataBufferUtils.join(exchange.getRequest().getBody(), LARGEST_BODY)
                .map(buffer -> {
                    byte[] bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0]);
    }

    /** The caller's key, checked; {@code null} when there is none. */
    public @Nullable String key(ServerWebExchange exchange) {
        String key = exchange.getRequest().getHeaders().getFirst(IDEMPOTENCY_KEY);
        if (key == null && keyRequired && exchange.getAttribute(KEYLESS) == null) {
            throw ProblemException.invalid('/' + IDEMPOTENCY_KEY, "is required");
        }
        if (key != null && !KEY.matcher(key).matches()) {
            throw ProblemException.invalid(
                    '/' + IDEMPOTENCY_KEY, "has 1 to 255 printable ASCII characters");
        }
        return key;
    }

    /** For callers that have a way of their own to tell a repetition. */
    public static void needsNoKey(ServerWebExchange exchange) {
        exchange.getAttributes().put(KEYLESS, true);
    }

    public static String route(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return request.getMethod().name() + ' ' + request.getPath().value();
    }

    private static Map<String, Object> metadata(ServerWebExchange exchange, Caller caller) {
        CallIds ids = CallIds.of(exchange);
        var metadata = new HashMap<String, Object>();
        metadata.put(MetadataKeys.TENANT, caller.tenant().value());
        metadata.put(MetadataKeys.ACTOR, caller.actor());
        metadata.put(MetadataKeys.CORRELATION_ID, ids.correlationId());
        metadata.put(MetadataKeys.REQUEST_ID, ids.requestId());
        if (ids.traceparent() != null) {
            metadata.put(MetadataKeys.TRACEPARENT, ids.traceparent());
        }
        String expected = expectedVersion(exchange);
        if (expected != null) {
            metadata.put(MetadataKeys.EXPECTED_VERSION, expected);
        }
        return metadata;
    }

    private static void remember(
            @Nullable String key,
            ServerWebExchange exchange,
            byte[] body,
            Map<String, Object> metadata) {
        if (key != null) {
            metadata.put(MetadataKeys.IDEMPOTENCY_KEY, key);
            metadata.put(MetadataKeys.IDEMPOTENCY_ROUTE, route(exchange));
            metadata.put(
                    MetadataKeys.IDEMPOTENCY_FINGERPRINT,
                    HexFormat.of().formatHex(TimeOrderedIds.sha256(body)));
        }
    }

    /** Strong tags only, as RFC 9110 asks of {@code If-Match}: a weak one never matches. */
    private static @Nullable String expectedVersion(ServerWebExchange exchange) {
        List<String> headers = exchange.getRequest().getHeaders().getOrEmpty("If-Match");
        String all = String.join(",", headers).trim();
        if (headers.isEmpty() || "*".equals(all)) {
            return null;
        }
        String versions =
                STRONG_TAG
                        .matcher(all)
                        .results()
                        .filter(tag -> tag.start() == 0 || all.charAt(tag.start() - 1) != '/')
                        .map(tag -> tag.group(1))
                        .collect(Collectors.joining(","));
        if (versions.isEmpty() && !all.contains("\"")) {
            throw ProblemException.invalid(
                    "/If-Match", "must be an entity tag, for example \"3\" in quotes");
        }
        return versions.isEmpty() ? "none" : versions;
    }

    private Outcome outcome(CommandResultMessage<?> message) {
        return switch ((CommandResult) message.getPayload()) {
            case CommandResult.Refused refused -> throw problem(refused, message.getMetaData());
            case CommandResult.Accepted accepted -> {
                var metadata = message.getMetaData();
                Object stored = metadata.get(MetadataKeys.STORED_ANSWER);
                yield new Outcome(
                        accepted,
                        metadata.get(MetadataKeys.POSITION) instanceof Number position
                                ? position.longValue()
                                : 0,
                        Boolean.TRUE.equals(metadata.get(MetadataKeys.REPLAYED)),
                        stored == null
                                ? null
                                : json.readValue(stored.toString(), StoredAnswer.class));
            }
        };
    }

    private static ProblemException problem(
            CommandResult.Refused refused, Map<String, ?> metadata) {
        ProblemException problem = RejectionProblems.problem(refused);
        return Boolean.TRUE.equals(metadata.get(MetadataKeys.REPLAYED))
                ? problem.replayOf((String) metadata.get(MetadataKeys.CORRELATION_ID))
                : problem;
    }

    private void count(Timer.Sample sample, Object command, CommandResultMessage<?> result) {
        String outcome = "failed";
        String code = "";
        if (!result.isExceptional()) {
            switch ((CommandResult) result.getPayload()) {
                case CommandResult.Accepted(Intent _, long _) -> outcome = "tried";
                case CommandResult.Accepted _ ->
                        outcome =
                                result.getMetaData().containsKey(MetadataKeys.REPLAYED)
                                        ? "replayed"
                                        : "accepted";
                case CommandResult.Refused refused -> {
                    outcome = "refused";
                    code = refused.rejection().code();
                }
            }
        }
        stop(sample, command, outcome, code);
    }

    private void stop(Timer.Sample sample, Object command, String outcome, String code) {
        sample.stop(
                Timer.builder("daybook.commands")
                        .description("commands of callers by type and outcome")
                        .tag("type", command.getClass().getSimpleName())
                        .tag("outcome", outcome)
                        .tag("code", code)
                        .register(meters));
    }
}
