package io.daybook.domain.returns;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReturnId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One movement of money that a settlement consists of.
 *
 * @param operationId names it everywhere, so that repeating it moves nothing twice
 * @param paymentId the payment that the money came by
 */
public record RefundStep(String operationId, Target target, PaymentId paymentId, Money amount) {

    private static final Pattern OPERATION =
            Pattern.compile("return-(ret_[0-9a-f-]{36})-\\d+-\\d+-\\d+");

    /** Where the money goes. */
    public enum Target {
        /** Back the way that it came. */
        PAYMENT,
        /** To the customer's credit at the shop; the payment keeps the money. */
        STORE_CREDIT,
        /** It pays for the goods that are sent instead; the payment keeps the money. */
        EXCHANGE
    }

    public RefundStep {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount must be more than 0");
        }
    }

    /** The same id however often an attempt at a settlement is planned. */
    public static String operationId(ReturnId returnId, int settlement, int attempt, int step) {
        return "return-%s-%d-%d-%d".formatted(returnId, settlement, attempt, step);
    }

    /** The return that an operation on a payment belongs to, if it belongs to one. */
    public static Optional<ReturnId> returnOf(String operationId) {
        Matcher matcher = OPERATION.matcher(operationId);
        return matcher.matches() ? Optional.of(new ReturnId(matcher.group(1))) : Optional.empty();
    }
}
