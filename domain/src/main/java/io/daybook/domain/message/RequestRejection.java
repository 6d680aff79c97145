package io.daybook.domain.message;

import java.util.List;

/** Refusals that do not come from a rule of one aggregate but from the way a command was sent. */
public sealed interface RequestRejection extends Rejection {

    /** The version that the caller named in {@code If-Match} is not the present one. */
    record VersionMismatch(String expected, long actual) implements RequestRejection {
        @Override
        public String code() {
            return "version-mismatch";
        }

        @Override
        public String detail() {
            return "The entity is at version %d, the request was made for version %s."
                    .formatted(actual, expected);
        }
    }

    /**
     * The entity does not exist, or belongs to another tenant: callers cannot tell the two apart.
     */
    record UnknownEntity(String entity) implements RequestRejection {
        @Override
        public String code() {
            return "not-found";
        }

        @Override
        public String detail() {
            return "There is no " + entity + " with this id.";
        }
    }

    /** The idempotency key was used before with another request body. */
    record KeyReused(String key) implements RequestRejection {
        @Override
        public String code() {
            return "idempotency-key-reused";
        }

        @Override
        public String detail() {
            return "The Idempotency-Key was used before with another request body.";
        }
    }

    /** The first request with this idempotency key is still being worked on. */
    record KeyInFlight(String key) implements RequestRejection {
        @Override
        public String code() {
            return "idempotency-key-in-flight";
        }

        @Override
        public String detail() {
            return "A request with this Idempotency-Key is still being processed; retry shortly.";
        }
    }

    /** All permitted kinds, for serializers that need to know them beforehand. */
    static List<Class<?>> kinds() {
        return List.of(RequestRejection.class.getPermittedSubclasses());
    }
}
