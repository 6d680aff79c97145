package io.daybook.command.process;

import io.daybook.domain.payment.AuthorisationRequested;
import io.daybook.domain.payment.CaptureFailed;
import io.daybook.domain.payment.CaptureRequested;
import io.daybook.domain.payment.PaymentAuthorised;
import io.daybook.domain.payment.PaymentCaptured;
import io.daybook.domain.payment.PaymentDeclined;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.PaymentRefunded;
import io.daybook.domain.payment.PaymentVoided;
import io.daybook.domain.payment.RefundFailed;
import io.daybook.domain.payment.RefundRequested;
import io.daybook.domain.payment.VoidFailed;
import io.daybook.domain.payment.VoidRequested;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The money of one payment as its events tell it, in plain sums. */
final class MoneyBook {

    final PaymentId id;
    final OrderId orderId;
    private BigDecimal authorised = BigDecimal.ZERO;
    private BigDecimal voided = BigDecimal.ZERO;
    private BigDecimal captured = BigDecimal.ZERO;
    private BigDecimal refunded = BigDecimal.ZERO;
    private final Map<String, BigDecimal> refundsAsked = new LinkedHashMap<>();
    private final Map<String, BigDecimal> othersAsked = new LinkedHashMap<>();

    MoneyBook(PaymentId id, OrderId orderId) {
        this.id = id;
        this.orderId = orderId;
    }

    boolean waitsForProvider() {
        return !refundsAsked.isEmpty() || !othersAsked.isEmpty();
    }

    BigDecimal captured() {
        return captured;
    }

    BigDecimal kept() {
        return captured.subtract(refunded);
    }

    /** Whether the customer neither owes nor lacks anything through this payment. */
    boolean isGivenBack() {
        return authorised.subtract(voided).compareTo(captured) == 0
                && captured.compareTo(refunded) == 0;
    }

    void note(PaymentEvent event) {
        String operation = event.operationId();
        switch (event) {
            case AuthorisationRequested e -> othersAsked.put(operation, e.amount().amount());
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
            default -> {
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
        BigDecimal refunding = refundsAsked.values().stream().reduce(refunded, BigDecimal::add);
        if (captured.add(voided).compareTo(authorised) > 0) {
            return "of %s authorised %s are captured and %s void"
                    .formatted(authorised, captured, voided);
        }
        return refunding.compareTo(captured) > 0
                ? "of %s captured %s are refunded or about to be".formatted(captured, refunding)
                : "";
    }

    /** What the provider says otherwise when nothing is under way any more. */
    String differenceTo(SimulatedProvider.Account account) {
        return account.authorised.compareTo(authorised) == 0
                        && account.voided.compareTo(voided) == 0
                        && account.captured.compareTo(captured) == 0
                        && account.refunded.compareTo(refunded) == 0
                ? ""
                : "authorised %s, void %s, captured %s, refunded %s, but the provider has %s, %s, %s, %s"
                        .formatted(
                                authorised,
                                voided,
                                captured,
                                refunded,
                                account.authorised,
                                account.voided,
                                account.captured,
                                account.refunded);
    }
}
