package io.daybook.command.payment.stripe;

import io.daybook.command.payment.ProviderRequest;
import io.daybook.domain.payment.ProviderOperation;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests to Stripe about a payment of 25 euros. */
final class StripeRequests {

    static final PaymentId PAYMENT =
            PaymentId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000001L));
    static final OrderId ORDER = OrderId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000002L));

    private StripeRequests() {}

    static ProviderRequest authorise(String token) {
        return authorise(token, "25.00", "EUR");
    }

    static ProviderRequest authorise(String token, String amount, String currency) {
        return request(
                ProviderOperation.AUTHORISE, "authorise", money(amount, currency), token, null);
    }

    static ProviderRequest capture(String operation, String amount, String reference) {
        return request(ProviderOperation.CAPTURE, operation, money(amount, "EUR"), null, reference);
    }

    static ProviderRequest release(@Nullable String reference) {
        return request(ProviderOperation.VOID, "void-1", null, null, reference);
    }

    static ProviderRequest refund(String operation, String amount, String reference) {
        return request(ProviderOperation.REFUND, operation, money(amount, "EUR"), null, reference);
    }

    static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    private static ProviderRequest request(
            ProviderOperation operation,
            String operationId,
            @Nullable Money amount,
            @Nullable String token,
            @Nullable String reference) {
        return new ProviderRequest(
                new TenantId("demo"),
                PAYMENT,
                ORDER,
                operationId,
                operation,
                amount,
                "card",
                token,
                reference,
                Instant.EPOCH);
    }
}
