package io.daybook.domain.message;

/**
 * Names of the metadata entries that travel with commands, events and results. Values are always
 * strings or whole numbers, because metadata comes back from the log as plain JSON.
 */
public final class MetadataKeys {

    /** Tenant that the message belongs to; on every command and every event. */
    public static final String TENANT = "tenant";

    /**
     * Who asked: the {@code sub} claim of the token, or {@code process:<reaction>} for a reaction.
     */
    public static final String ACTOR = "actor";

    /** One id for everything that one request set in motion. */
    public static final String CORRELATION_ID = "correlationId";

    /** Identifier of the message (command or event) that directly caused this one. */
    public static final String CAUSATION_ID = "causationId";

    /** Identifier of the command that produced an event. */
    public static final String COMMAND_ID = "commandId";

    /** The caller's {@code X-Request-Id}. */
    public static final String REQUEST_ID = "requestId";

    /** W3C trace context of the request. */
    public static final String TRACEPARENT = "traceparent";

    /** On a command: the versions that the caller accepts, comma separated ({@code If-Match}). */
    public static final String EXPECTED_VERSION = "expectedVersion";

    /** On a command: the caller's {@code Idempotency-Key}. */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";

    /** On a command: the route that the key is scoped to, for example {@code POST /orders}. */
    public static final String IDEMPOTENCY_ROUTE = "idempotencyRoute";

    /** On a command: hash of the request body, to tell a retry from a reuse. */
    public static final String IDEMPOTENCY_FINGERPRINT = "idempotencyFingerprint";

    /** On a command: {@code true} when it is only to be judged; nothing is stored. */
    public static final String DRY_RUN = "dryRun";

    /** On a result: position in the log of the last event that the command appended. */
    public static final String POSITION = "position";

    /**
     * On a result: {@code true} when it is the stored answer of an earlier command with the same
     * key.
     */
    public static final String REPLAYED = "replayed";

    /**
     * On a replayed result: the {@link StoredAnswer} of the first request as JSON, when there is
     * one.
     */
    public static final String STORED_ANSWER = "storedAnswer";

    private MetadataKeys() {}
}
