package io.daybook.command.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.domain.payment.ProviderFact;
import io.daybook.domain.payment.ProviderOutcome;
import io.daybook.domain.payment.RecordProviderEvent;
import java.time.Clock;
import java.util.UUID;

/**
 * Plays a provider without money, without a network, without memory and without chance: the payment
 * token alone decides. What a token says about later operations is kept in the reference of the
 * authorisation.
 *
 * <ul>
 *   <li>{@code tok_decline}: the authorisation is declined;
 *   <li>{@code tok_action}: the customer has to act first; a callback tells how it ended;
 *   <li>{@code tok_timeout}: the authorisation gets no answer, and turns out to be approved when it
 *       is asked for;
 *   <li>{@code tok_late}: no answer, and nothing known of it for a while; then it is approved;
 *   <li>{@code tok_lost}: no answer, and the request never arrived;
 *   <li>{@code tok_expires}: approved, and let go after a while;
 *   <li>{@code tok_duplicate}: approved, and called back twice before the answer arrives;
 *   <li>{@code tok_capture_declined}, {@code tok_refund_declined}: approved, and a later capture or
 *       refund is declined;
 *   <li>anything else, for example {@code tok_approve}: approved.
 * </ul>
 */
final class SandboxProvider implements PaymentProvider {

    private static final String PREFIX = "sbx_";

    private final SandboxSettings settings;
    private final ProviderEventSink callbacks;
    private final Clock clock;

    SandboxProvider(SandboxSettings settings, ProviderEventSink callbacks, Clock clock) {
        this.settings = settings;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    @Override
    public ProviderOutcome perform(ProviderRequest request) {
        return switch (request.operation()) {
            case AUTHORISE -> authorise(request);
            case CAPTURE -> unlessMarked(request, "capture_declined");
            case REFUND -> unlessMarked(request, "refund_declined");
            case VOID -> approved(request);
        };
    }

    @Override
    public ProviderOutcome inquire(ProviderRequest request) {
        return switch (String.valueOf(request.token())) {
            case "tok_lost" -> new ProviderOutcome.Declined("never-arrived");
            case "tok_late" ->
                    clock.instant().isBefore(request.requestedAt().plus(settings.late()))
                            ? new ProviderOutcome.Unknown()
                            : approved(request);
            default -> approved(request);
        };
    }

    private ProviderOutcome authorise(ProviderRequest request) {
        return switch (String.valueOf(request.token())) {
            case "tok_decline" -> new ProviderOutcome.Declined("card-declined");
            case "tok_timeout", "tok_late", "tok_lost" -> new ProviderOutcome.Unknown();
            case "tok_action" ->
                    new ProviderOutcome.ActionRequired("confirm-in-app", reference(request));
            case "tok_expires" ->
                    new ProviderOutcome.Approved(
                            reference(request),
                            request.requestedAt().plus(settings.authorisationLifetime()),
                            false);
            case "tok_duplicate" -> {
                var callback =
                        new RecordProviderEvent(
                                request.paymentId(),
                                "evt_" + reference(request),
                                request.requestedAt(),
                                new ProviderFact.Succeeded(
                                        request.operation(),
                                        request.operationId(),
                                        request.amount(),
                                        reference(request),
                                        null));
                callbacks.deliver(request.tenant(), callback);
                callbacks.deliver(request.tenant(), callback);
                yield approved(request);
            }
            default -> approved(request);
        };
    }

    private static ProviderOutcome unlessMarked(ProviderRequest request, String mark) {
        String reference = request.reference();
        return reference != null && reference.startsWith(PREFIX + mark)
                ? new ProviderOutcome.Declined(mark.replace('_', '-'))
                : approved(request);
    }

    private static ProviderOutcome approved(ProviderRequest request) {
        return new ProviderOutcome.Approved(reference(request));
    }

    private static String reference(ProviderRequest request) {
        String mark =
                switch (String.valueOf(request.token())) {
                    case "tok_capture_declined" -> "capture_declined_";
                    case "tok_refund_declined" -> "refund_declined_";
                    default -> "";
                };
        return PREFIX + mark + UUID.nameUUIDFromBytes(request.idempotencyKey().getBytes(UTF_8));
    }
}
