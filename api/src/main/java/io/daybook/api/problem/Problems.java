package io.daybook.api.problem;

import io.daybook.api.correlation.CallIds;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes every error answer, whoever found the error. Never a stack trace, never the name of a
 * class.
 */
public final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    /**
     * Failures that pass by themselves; named, because they come from libraries that this module
     * does not see.
     */
    private static final Set<String> PASSING =
            Set.of(
                    "CannotCreateTransactionException",
                    "CannotGetJdbcConnectionException",
                    "SQLTransientConnectionException",
                    "DataAccessResourceFailureException",
                    "QueryTimeoutException",
                    "R2dbcNonTransientResourceException",
                    "R2dbcTransientResourceException",
                    "PoolAcquireTimeoutException",
                    "PoolAcquirePendingLimitException");

    private static final Set<String> AUTHORITY =
            Set.of("JwtDecoderInitializationException", "AuthenticationServiceException");

    /**
     * Classes of SQLSTATE that pass by themselves: connections, resources, an operator's hand, lost
     * races, busy rows. All others are a fault of ours.
     */
    private static final Set<String> PASSING_STATES = Set.of("08", "53", "57", "40", "55");

    /** Marks an answer that an earlier request with the same key already got. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private final JsonMapper json = JsonMapper.builder().build();

    /** Answers the exchange with the problem that the failure stands for. */
    public Mono<Void> write(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        ProblemException problem = problem(failure);
        String correlationId = CallIds.of(exchange).correlationId();
        if (problem.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
            log.error("Request {} failed", correlationId, failure);
        } else if (problem != failure && problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            log.warn("Request {} was put off: {}", correlationId, failure.toString());
        }
        response.setStatusCode(problem.status());
        HttpHeaders headers = response.getHeaders();
        if (problem.isReplayed()) {
            headers.set(REPLAYED, "true");
            correlationId = Objects.requireNonNullElse(problem.firstCorrelationId(), correlationId);
        }
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.retryAfterSeconds() > 0) {
            headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(problem.retryAfterSeconds()));
        }
        if (failure instanceof ErrorResponse standard) {
            standard.getHeaders().forEach((name, values) -> headers.addAll(name, values));
        }
        String path = exchange.getRequest().getPath().value();
        byte[] body =
                json.writeValueAsString(problem.problem(path, correlationId))
                        .getBytes(StandardCharsets.UTF_8);
        headers.setContentLength(body.length);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static ProblemException problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            ProblemException known = known(cause);
            if (known != null) {
                return known;
            }
        }
        return ProblemException.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Something went wrong on our side.");
    }

    private static @Nullable ProblemException known(Throwable cause) {
        String name = cause.getClass().getSimpleName();
        if (PASSING.contains(name) || (cause instanceof SQLException sql && isPassing(sql))) {
            return ProblemException.later(
                    "temporarily-unavailable", "The database cannot be reached just now.");
        }
        if (AUTHORITY.contains(name)) {
            return ProblemException.later(
                    "issuer-unavailable", "The issuer of the tokens cannot be reached just now.");
        }
        if ("ConcurrencyException".equals(name) || "LockAcquisitionFailedException".equals(name)) {
            return ProblemException.later(
                    "concurrent-modification", "Others change the same entity; retry.");
        }
        return switch (cause) {
            case ProblemException problem -> problem;
            case RejectedExecutionException _ ->
                    ProblemException.later(
                            "overloaded", "More requests than can be worked on; retry.");
            case DataBufferLimitException _ ->
                    ProblemException.of(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "body-too-large",
                            "The body is larger than 256 KB.");
            case MissingRequestValueException missing ->
                    ProblemException.invalid('/' + missing.getName(), "is required");
            case ServerWebInputException input when input.getMethodParameter() != null ->
                    ProblemException.invalid(
                            '/' + String.valueOf(input.getMethodParameter().getParameterName()),
                            "cannot be understood");
            case ErrorResponse standard ->
                    standard(HttpStatus.valueOf(standard.getStatusCode().value()));
            default -> null;
        };
    }

    private static boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                || state.length() < 2
                || PASSING_STATES.contains(state.substring(0, 2));
    }

    private static ProblemException standard(HttpStatus status) {
        String code = status.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (status) {
            case NOT_FOUND ->
                    ProblemException.of(status, "not-found", "There is nothing at this path.");
            case METHOD_NOT_ALLOWED ->
                    ProblemException.of(status, code, "This path does not know this method.");
            case UNSUPPORTED_MEDIA_TYPE ->
                    ProblemException.of(status, code, "Bodies are application/json in UTF-8.");
            case NOT_ACCEPTABLE ->
                    ProblemException.of(status, code, "Answers are application/json.");
            case BAD_REQUEST ->
                    ProblemException.of(status, "invalid-request", "The request is not valid.");
            default -> ProblemException.of(status, code, status.getReasonPhrase() + '.');
        };
    }
}
