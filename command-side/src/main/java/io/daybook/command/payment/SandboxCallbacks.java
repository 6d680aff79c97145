package io.daybook.command.payment;

import io.daybook.domain.payment.CallbackRejection;
import io.daybook.domain.payment.ProviderCallback;
import io.daybook.domain.payment.ProviderCallbacks;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads signed callbacks in Daybook's own form; the sandbox's, and any adapter's that likes it. */
final class SandboxCallbacks implements ProviderCallbacks {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final @Nullable CallbackSignature signature;

    /**
     * @param signature {@code null} without a secret: then nothing is believed
     */
    SandboxCallbacks(@Nullable CallbackSignature signature) {
        this.signature = signature;
    }

    @Override
    public String provider() {
        return "sandbox";
    }

    @Override
    public String signatureHeader() {
        return CallbackSignature.HEADER;
    }

    @Override
    public ProviderCallback read(@Nullable String header, byte[] body) {
        if (signature == null) {
            return new ProviderCallback.Refused(new CallbackRejection.NotConfigured());
        }
        return signature
                .verify(header, body)
                .<ProviderCallback>map(ProviderCallback.Refused::new)
                .orElseGet(() -> report(body));
    }

    private static ProviderCallback report(byte[] body) {
        try {
            return JSON.readValue(body, SandboxMessage.class).callback();
        } catch (JacksonException e) {
            return unreadable("it is not JSON of the agreed form");
        } catch (IllegalArgumentException e) {
            return unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static ProviderCallback unreadable(String reason) {
        return new ProviderCallback.Refused(new CallbackRejection.Unreadable(reason));
    }
}
