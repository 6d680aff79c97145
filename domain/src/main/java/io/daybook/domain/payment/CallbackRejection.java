package io.daybook.domain.payment;

import io.daybook.domain.message.Rejection;
import java.time.Duration;
import java.time.Instant;

/** Why a message of a provider is not accepted; the provider sends it again. */
public sealed interface CallbackRejection extends Rejection {

    /** Nobody could tell a genuine message from a forged one. */
    record NotConfigured() implements CallbackRejection {
        @Override
        public String code() {
            return "callbacks-not-configured";
        }

        @Override
        public String detail() {
            return "No secret is configured to verify the provider's messages with.";
        }
    }

    record SignatureMissing(String header) implements CallbackRejection {
        @Override
        public String code() {
            return "signature-missing";
        }

        @Override
        public String detail() {
            return "The header %s with the signature is missing or malformed.".formatted(header);
        }
    }

    record SignatureWrong() implements CallbackRejection {
        @Override
        public String code() {
            return "signature-wrong";
        }

        @Override
        public String detail() {
            return "The signature does not fit the body.";
        }
    }

    /** Signed too long ago, or too far in the future: it may be a recorded message. */
    record SignatureExpired(Instant signedAt, Duration tolerance) implements CallbackRejection {
        @Override
        public String code() {
            return "signature-expired";
        }

        @Override
        public String detail() {
            return "The message was signed at %s; %d seconds of difference are tolerated."
                    .formatted(signedAt, tolerance.toSeconds());
        }
    }

    /** Signed, and yet not in the form that was agreed on. */
    record Unreadable(String reason) implements CallbackRejection {
        @Override
        public String code() {
            return "callback-unreadable";
        }

        @Override
        public String detail() {
            return "The message cannot be understood: %s.".formatted(reason);
        }
    }
}
