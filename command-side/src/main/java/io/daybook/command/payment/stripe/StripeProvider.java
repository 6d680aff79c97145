package io.daybook.command.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.service.V1Services;
import io.daybook.command.payment.PaymentProvider;
import io.daybook.command.payment.ProviderRequest;
import io.daybook.domain.payment.ProviderOutcome;
import io.daybook.domain.shared.Money;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves money at Stripe: an intent with manual capture for each payment, named by its idempotency
 * key. An operation whose answer got lost is looked for first; only what is not there is repeated,
 * under the same key.
 */
final class StripeProvider implements PaymentProvider {

    private static final ProviderOutcome NOT_REPRESENTABLE =
            new ProviderOutcome.Declined("amount-not-representable");

    private final V1Services stripe;
    private final @Nullable String returnUrl;

    /**
     * @param returnUrl where customers come back to; without one, nobody is sent away
     */
    StripeProvider(StripeClient stripe, @Nullable String returnUrl) {
        this.stripe = stripe.v1();
        this.returnUrl = returnUrl;
    }

    @Override
    public ProviderOutcome perform(ProviderRequest request) {
        try {
            return switch (request.operation()) {
                case AUTHORISE -> authorise(request);
                case CAPTURE -> capture(request, reference(request));
                case VOID -> release(request);
                case REFUND -> refund(request, reference(request));
            };
        } catch (StripeException e) {
            return StripeErrors.outcome(e);
        }
    }

    @Override
    public ProviderOutcome inquire(ProviderRequest request) {
        try {
            return switch (request.operation()) {
                case AUTHORISE -> {
                    var found = find(request);
                    yield found.isPresent()
                            ? StripeAnswers.authorisation(found.get())
                            : authorise(request);
                }
                // These look before they act.
                case CAPTURE -> capture(request, reference(request));
                case VOID -> release(request);
                case REFUND -> refund(request, reference(request));
            };
        } catch (StripeException e) {
            return StripeErrors.outcome(e);
        }
    }

    private ProviderOutcome authorise(ProviderRequest request) throws StripeException {
        var amount = minor(request);
        if (amount.isEmpty()) {
            return NOT_REPRESENTABLE;
        }
        var redirects =
                returnUrl == null
                        ? PaymentIntentCreateParams.AutomaticPaymentMethods.AllowRedirects.NEVER
                        : PaymentIntentCreateParams.AutomaticPaymentMethods.AllowRedirects.ALWAYS;
        var intent =
                PaymentIntentCreateParams.builder()
                        .setAmount(amount.get())
                        .setCurrency(currency(request))
                        .setPaymentMethod(request.token())
                        .setConfirm(true)
                        .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                        .setAutomaticPaymentMethods(
                                PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                                        .setEnabled(true)
                                        .setAllowRedirects(redirects)
                                        .build())
                        .setPaymentMethodOptions(
                                PaymentIntentCreateParams.PaymentMethodOptions.builder()
                                        .setCard(
                                                PaymentIntentCreateParams.PaymentMethodOptions.Card
                                                        .builder()
                                                        .setRequestMulticapture(
                                                                PaymentIntentCreateParams
                                                                        .PaymentMethodOptions.Card
                                                                        .RequestMulticapture
                                                                        .IF_AVAILABLE)
                                                        .build())
                                        .build())
                        .addExpand("latest_charge");
        StripeMetadata.of(request).forEach(intent::putMetadata);
        if (returnUrl != null) {
            intent.setReturnUrl(returnUrl);
        }
        return StripeAnswers.authorisation(
                stripe.paymentIntents().create(intent.build(), options(request)));
    }

    private ProviderOutcome capture(ProviderRequest request, String reference)
            throws StripeException {
        var amount = minor(request);
        if (amount.isEmpty()) {
            return NOT_REPRESENTABLE;
        }
        PaymentIntent intent = retrieve(reference);
        var before = StripeAnswers.capture(intent, request.operationId());
        if (before.isPresent()) {
            return before.get();
        }
        var capture =
                PaymentIntentCaptureParams.builder()
                        .setAmountToCapture(amount.get())
                        .putMetadata(
                                StripeMetadata.captureMark(request.operationId()),
                                request.operationId());
        Long capturable = intent.getAmountCapturable();
        if (StripeAnswers.takesSeveralCaptures(intent)
                && capturable != null
                && amount.get() < capturable) {
            capture.setFinalCapture(false);
        }
        PaymentIntent captured =
                stripe.paymentIntents().capture(reference, capture.build(), options(request));
        return StripeAnswers.capture(captured, request.operationId())
                .orElseGet(ProviderOutcome.Unknown::new);
    }

    private ProviderOutcome release(ProviderRequest request) throws StripeException {
        var intent = find(request);
        if (intent.isEmpty()) {
            return new ProviderOutcome.Unknown();
        }
        var before = StripeAnswers.release(intent.get());
        if (before.isPresent()) {
            return before.get();
        }
        PaymentIntent canceled =
                stripe.paymentIntents().cancel(intent.get().getId(), options(request));
        return StripeAnswers.release(canceled).orElseGet(ProviderOutcome.Unknown::new);
    }

    private ProviderOutcome refund(ProviderRequest request, String reference)
            throws StripeException {
        var amount = minor(request);
        if (amount.isEmpty()) {
            return NOT_REPRESENTABLE;
        }
        var made =
                stripe.refunds()
                        .list(
                                RefundListParams.builder()
                                        .setPaymentIntent(reference)
                                        .setLimit(100L)
                                        .build());
        for (Refund each : made.getData()) {
            boolean same =
                    each.getMetadata() != null
                            && request.operationId()
                                    .equals(each.getMetadata().get(StripeMetadata.OPERATION));
            if (same) {
                return StripeAnswers.refund(each);
            }
        }
        var refund =
                RefundCreateParams.builder().setPaymentIntent(reference).setAmount(amount.get());
        StripeMetadata.of(request).forEach(refund::putMetadata);
        return StripeAnswers.refund(stripe.refunds().create(refund.build(), options(request)));
    }

    /** By its name, or, when that got lost, by what was written on it. */
    private Optional<PaymentIntent> find(ProviderRequest request) throws StripeException {
        if (request.reference() != null) {
            return Optional.of(retrieve(request.reference()));
        }
        var search =
                PaymentIntentSearchParams.builder()
                        .setQuery(
                                "metadata['%s']:'%s'"
                                        .formatted(
                                                StripeMetadata.PAYMENT,
                                                request.paymentId().value()))
                        .addExpand("data.latest_charge")
                        .build();
        return stripe.paymentIntents().search(search).getData().stream().findFirst();
    }

    private PaymentIntent retrieve(String reference) throws StripeException {
        return stripe.paymentIntents()
                .retrieve(
                        reference,
                        PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build());
    }

    private static Optional<Long> minor(ProviderRequest request) {
        return StripeAmounts.minor(amount(request));
    }

    private static String currency(ProviderRequest request) {
        return amount(request).currency().getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    private static Money amount(ProviderRequest request) {
        Money amount = request.amount();
        if (amount == null) {
            throw new IllegalStateException(request.operation() + " without an amount");
        }
        return amount;
    }

    private static String reference(ProviderRequest request) {
        String reference = request.reference();
        if (reference == null) {
            throw new IllegalStateException(request.operation() + " before the authorisation");
        }
        return reference;
    }

    private static RequestOptions options(ProviderRequest request) {
        return RequestOptions.builder().setIdempotencyKey(request.idempotencyKey()).build();
    }
}
