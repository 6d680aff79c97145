package io.daybook.command.process;

import io.daybook.domain.payment.AuthorisationExpired;
import io.daybook.domain.payment.AuthorisationRequested;
import io.daybook.domain.payment.CaptureFailed;
import io.daybook.domain.payment.CaptureRequested;
import io.daybook.domain.payment.CustomerActionRequired;
import io.daybook.domain.payment.DisputeClosed;
import io.daybook.domain.payment.DisputeOpened;
import io.daybook.domain.payment.DisputeOutcome;
import io.daybook.domain.payment.OfflineMethod;
import io.daybook.domain.payment.OfflinePaymentRecorded;
import io.daybook.domain.payment.PaymentAuthorised;
import io.daybook.domain.payment.PaymentCaptured;
import io.daybook.domain.payment.PaymentDeclined;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.PaymentRefunded;
import io.daybook.domain.payment.PaymentVoided;
import io.daybook.domain.payment.ProviderEventReceived;
import io.daybook.domain.payment.ProviderOutcomeUnknown;
import io.daybook.domain.payment.RefundFailed;
import io.daybook.domain.payment.RefundRequested;
import io.daybook.domain.payment.RefundReversed;
import io.daybook.domain.payment.StoreCreditMethod;
import io.daybook.domain.payment.VoidFailed;
import io.daybook.domain.payment.VoidRequested;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The money of one payment as its events tell it, in plain sums. */
final class MoneyBook {

    final PaymentId id;
    final OrderId orderId;
    private String method = "";
    private BigDecimal authorised = BigDecimal.ZERO;
    private BigDecimal voided = BigDecimal.ZERO;
    private BigDecimal expired = BigDecimal.ZERO;
    private BigDecimal chargedBack = BigDecimal.ZERO;
    private final Map<String, BigDecimal> disputed = new LinkedHashMap<>();
    private BigDecimal captured = BigDecimal.ZERO;
    private BigDecimal refunded = BigDecimal.ZERO;
    private final Map<String, BigDecimal> refundsAsked = new LinkedHashMap<>();
    private final Map<String, BigDecimal> othersAsked = new LinkedHashMap<>();

    MoneyBook(PaymentId id, OrderId orderId) {
        this.id = id;
        this.orderId = orderId;
    }

    /** Whether people hand the money over. */
    boolean isOffline() {
        return OfflineMethod.isOffline(method);
    }

    boolean isStoreCredit() {
        return StoreCreditMethod.is(method);
    }

    /** The refunds that are asked for and neither made nor refused, by their operations. */
    List<String> refundsUnderWay() {
        return List.copyOf(refundsAsked.keySet());
    }

    boolean waitsForProvider() {
        return !refundsAsked.isEmpty() || !othersAsked.isEmpty();
    }

    BigDecimal captured() {
        return captured;
    }

    BigDecimal kept() {
        return captured.subtract(refunded).subtract(chargedBack);
    }

    /** What was authorised, and neither captured nor let go. */
    BigDecimal held() {
        return authorised.subtract(voided).subtract(expired).subtract(captured);
    }

    /** Whether the provider let go of what nobody captured in time. */
    boolean hasExpired() {
        return expired.signum() > 0;
    }

    /** The disputes that nobody has decided. */
    List<String> disputes() {
        return List.copyOf(disputed.keySet());
    }

    /** Whether the customer neither owes nor lacks anything through this payment. */
    boolean isGivenBack() {
        return held().signum() == 0 && kept().signum() == 0;
    }

    void note(PaymentEvent event) {
        String operation = event.operationId();
        switch (event) {
            case AuthorisationRequested e -> {
                method = e.method();
                othersAsked.put(operation, e.amount().amount());
            }
            case OfflinePaymentRecorded e -> {
                method = e.method();
                authorised = e.amount().amount();
                captured = authorised;
            }
            case CaptureRequested e -> othersAsked.put(operation, e.amount().amount());
            case VoidRequested _ -> othersAsked.put(operation, BigDecimal.ZERO);
            case RefundRequested e -> refundsAsked.put(operation, e.amount().amount());
            case PaymentAuthorised e ->
                    authorised = authorised.add(answered(operation, e.amount().amount()));
            case PaymentCaptured e ->
                    captured = captured.add(answered(operation, e.amount().amount()));
            case PaymentVoided e -> voided = voided.add(answered(operation, e.amount().amount()));
            case PaymentRefunded e ->
                    refunded = refunded.add(answered(operation, e.amount().amount()));
            case CaptureFailed _, VoidFailed _, RefundFailed _ ->
                    answered(operation, BigDecimal.ZERO);
            case PaymentDeclined _ -> {
                refundsAsked.clear();
                othersAsked.clear();
            }
            case AuthorisationExpired e -> expired = expired.add(e.amount().amount());
            case RefundReversed e -> refunded = refunded.subtract(e.amount().amount());
            case DisputeOpened e -> disputed.put(e.disputeId(), e.amount().amount());
            case DisputeClosed e -> {
                disputed.remove(e.disputeId());
                if (e.outcome() == DisputeOutcome.LOST) {
                    chargedBack = chargedBack.add(e.amount().amount());
                }
            }
            case CustomerActionRequired _, ProviderOutcomeUnknown _, ProviderEventReceived _ -> {
                // Moves no money.
            }
        }
    }

    private BigDecimal answered(String operation, BigDecimal amount) {
        othersAsked.remove(operation);
        refundsAsked.remove(operation);
        return amount;
    }

    String brokenLaw() {
        BigDecimal back = refundsAsked.values().stream().reduce(refunded, BigDecimal::add);
        BigDecimal lost = disputed.values().stream().reduce(chargedBack, BigDecimal::add);
        if (held().signum() < 0) {
            return "of %s authorised %s are captured, %s void and %s expired"
                    .formatted(authorised, captured, voided, expired);
        }
        return back.add(lost).compareTo(captured) > 0
                ? "of %s captured %s are refunded or about to be, and %s lost or in dispute"
                        .formatted(captured, back, lost)
                : "";
    }

    /** What the provider says otherwise when nothing is under way any more. */
    String differenceTo(SimulatedProvider.Account account) {
        return account.authorised.compareTo(authorised) == 0
                        && account.voided.compareTo(voided.add(expired)) == 0
                        && account.captured.compareTo(captured) == 0
                        && account.refunded.compareTo(refunded) == 0
                ? ""
                : "authorised %s, void %s, captured %s, refunded %s, but the provider has %s, %s, %s, %s"
                        .formatted(
                                authorised,
                                voided.add(expired),
                                captured,
                                refunded,
                                account.authorised,
                                account.voided,
                                account.captured,
                                account.refunded);
    }
}
