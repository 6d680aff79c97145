package io.daybook.command.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.domain.payment.ProviderOutcome;
import java.util.UUID;

/**
 * Plays a provider without money, without a network and without chance: the payment token alone
 * decides.
 *
 * <ul>
 *   <li>{@code tok_decline}: the authorisation is declined;
 *   <li>{@code tok_timeout}: the authorisation gets no answer, and turns out to be approved when it
 *       is asked for;
 *   <li>anything else, for example {@code tok_approve}: approved.
 * </ul>
 */
final class SandboxProvider implements PaymentProvider {

    @Override
    public ProviderOutcome perform(ProviderRequest request) {
        String token = request.token() == null ? "" : request.token();
        return switch (token) {
            case "tok_decline" -> new ProviderOutcome.Declined("card-declined");
            case "tok_timeout" -> new ProviderOutcome.Unknown();
            default -> approved(request.idempotencyKey());
        };
    }

    @Override
    public ProviderOutcome inquire(String idempotencyKey) {
        return approved(idempotencyKey);
    }

    private static ProviderOutcome approved(String idempotencyKey) {
        return new ProviderOutcome.Approved(
                "sbx_" + UUID.nameUUIDFromBytes(idempotencyKey.getBytes(UTF_8)));
    }
}
