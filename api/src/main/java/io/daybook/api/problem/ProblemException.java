package io.daybook.api.problem;

import io.daybook.domain.message.CommandResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final String detail;
    private final List<FieldError> errors;
    private final CommandResult.@Nullable Refused refused;
    private final @Nullable Long behindBy;
    private final int retryAfterSeconds;

    private boolean replayed;
    private @Nullable String firstCorrelationId;

    private ProblemException(
            HttpStatus status,
            String code,
            String detail,
            List<FieldError> errors,
            CommandResult.@Nullable Refused refused,
            @Nullable Long behindBy,
            int retryAfterSeconds) {
        super(code + ": " + detail, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.refused = refused;
        this.behindBy = behindBy;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public static ProblemException of(HttpStatus status, String code, String detail) {
        return new ProblemException(status, code, detail, List.of(), null, null, 0);
    }

    /** {@code 400}: the request cannot be understood, and these parts of it are why. */
    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "The request is not valid.",
                errors,
                null,
                null,
                0);
    }

    /** {@code 400}: the body as a whole cannot be read. */
    public static ProblemException malformed(String message) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "malformed-json",
                "The body " + message + '.',
                List.of(new FieldError("", message)),
                null,
                null,
                0);
    }

    public static ProblemException invalid(String pointer, String message) {
        return invalid(List.of(new FieldError(pointer, message)));
    }

    /** The command was judged and refused. */
    public static ProblemException refused(
            HttpStatus status, CommandResult.Refused refused, int retryAfterSeconds) {
        var rejection = refused.rejection();
        return new ProblemException(
                status,
                rejection.code(),
                rejection.detail(),
                List.of(),
                refused,
                null,
                retryAfterSeconds);
    }

    /** {@code 503}: try again soon. */
    public static ProblemException later(String code, String detail) {
        return new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE, code, detail, List.of(), null, null, 1);
    }

    public static ProblemException behind(long behindBy) {
        return new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "read-model-behind",
                "The read model has not caught up with the consistency token yet.",
                List.of(),
                null,
                behindBy,
                1);
    }

    public static ProblemException tooMany(long retryAfterSeconds) {
        return new ProblemException(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                "The tenant has used up its requests for now.",
                List.of(),
                null,
                null,
                Math.toIntExact(Math.max(1, retryAfterSeconds)));
    }

    public static ProblemException notFound(String what) {
        return of(HttpStatus.NOT_FOUND, "not-found", "There is no " + what + " with this id.");
    }

    /**
     * Marks this as the answer that an earlier request with the same key already got.
     *
     * @param correlationId of that request, which its answer named
     */
    public ProblemException replayOf(@Nullable String correlationId) {
        replayed = true;
        firstCorrelationId = correlationId;
        return this;
    }

    boolean isReplayed() {
        return replayed;
    }

    @Nullable String firstCorrelationId() {
        return firstCorrelationId;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    Problem problem(String instance, String correlationId) {
        return new Problem(
                "urn:daybook:problem:" + code,
                title(),
                status.value(),
                detail,
                instance,
                code,
                correlationId,
                errors.isEmpty() ? null : errors,
                refused == null ? null : refused.currentVersion(),
                refused == null ? null : refused.allowed(),
                behindBy);
    }

    private String title() {
        String words = code.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
