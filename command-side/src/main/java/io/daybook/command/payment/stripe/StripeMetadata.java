package io.daybook.command.payment.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.command.payment.ProviderRequest;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What Daybook writes on the objects at Stripe, to find its own way back from them. */
final class StripeMetadata {

    static final String PAYMENT = "daybook_payment";
    static final String OPERATION = "daybook_operation";

    private static final String TENANT = "daybook_tenant";
    private static final String ORDER = "daybook_order";
    private static final String CAPTURE = "daybook_capture_";

    /** Names of metadata may have forty characters, and ids of operations more. */
    private static final int SHORT = 16;

    private StripeMetadata() {}

    static Map<String, String> of(ProviderRequest request) {
        return Map.of(
                PAYMENT, request.paymentId().value(),
                OPERATION, request.operationId(),
                TENANT, request.tenant().value(),
                ORDER, request.orderId().value());
    }

    /** Several captures of one intent each leave a mark of their own. */
    static String captureMark(String operationId) {
        return CAPTURE
                + UUID.nameUUIDFromBytes(operationId.getBytes(UTF_8))
                        .toString()
                        .replace("-", "")
                        .substring(0, SHORT);
    }

    /** The operations that captured. */
    static List<String> captures(Map<String, String> metadata) {
        return metadata.entrySet().stream()
                .filter(each -> each.getKey().startsWith(CAPTURE))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Nothing for an object that is not Daybook's. */
    static Optional<Owner> owner(@Nullable Map<String, String> metadata) {
        if (metadata == null) {
            return Optional.empty();
        }
        String tenant = metadata.get(TENANT);
        String payment = metadata.get(PAYMENT);
        return tenant == null || payment == null
                ? Optional.empty()
                : Optional.of(new Owner(new TenantId(tenant), new PaymentId(payment)));
    }

    /** Whose payment an object is about. */
    record Owner(TenantId tenant, PaymentId paymentId) {}
}
