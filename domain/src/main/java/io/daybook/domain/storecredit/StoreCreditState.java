package io.daybook.domain.storecredit;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an account knows of itself to judge the next command.
 *
 * @param balance granted and given back, less spent; what is set aside is part of it
 * @param holds per payment
 * @param grants amounts by grant id, to recognise repetitions
 * @param operations ids of everything that payments did, to recognise repetitions
 */
public record StoreCreditState(
        Money balance,
        Map<PaymentId, Hold> holds,
        Map<String, Money> grants,
        Set<String> operations) {

    /**
     * Credit of a payment.
     *
     * @param amount set aside in the beginning
     * @param held still set aside
     * @param spent taken and not given back
     */
    public record Hold(Money amount, Money held, Money spent) {}

    public StoreCreditState {
        holds = Map.copyOf(holds);
        grants = Map.copyOf(grants);
        operations = Set.copyOf(operations);
    }

    /** The state before the first event. */
    public static StoreCreditState initial(Currency currency) {
        return new StoreCreditState(Money.zero(currency), Map.of(), Map.of(), Set.of());
    }

    public Money held() {
        return holds.values().stream()
                .map(Hold::held)
                .reduce(Money.zero(balance.currency()), Money::plus);
    }

    /** What can be set aside. */
    public Money available() {
        return balance.minus(held());
    }

    /** Names of the commands that would not be refused for the state alone. */
    public List<String> allowed() {
        return List.of("GrantStoreCredit");
    }

    static String operation(PaymentId paymentId, String operationId) {
        return paymentId + "/" + operationId;
    }

    public StoreCreditState evolve(StoreCreditEvent event) {
        return switch (event) {
            case StoreCreditGranted e -> {
                var more = new HashMap<>(grants);
                more.put(e.grantId(), e.amount());
                yield new StoreCreditState(balance.plus(e.amount()), holds, more, operations);
            }
            case StoreCreditHeld e ->
                    with(
                            balance,
                            e.paymentId(),
                            new Hold(e.amount(), e.amount(), Money.zero(balance.currency())),
                            "hold");
            case StoreCreditSpent e -> {
                Hold hold = hold(e.paymentId());
                yield with(
                        balance.minus(e.amount()),
                        e.paymentId(),
                        new Hold(
                                hold.amount,
                                hold.held.minus(e.amount()),
                                hold.spent.plus(e.amount())),
                        e.operationId());
            }
            case StoreCreditReleased e -> {
                Hold hold = hold(e.paymentId());
                yield with(
                        balance,
                        e.paymentId(),
                        new Hold(hold.amount, hold.held.minus(e.amount()), hold.spent),
                        e.operationId());
            }
            case StoreCreditGivenBack e -> {
                Hold hold = hold(e.paymentId());
                yield with(
                        balance.plus(e.amount()),
                        e.paymentId(),
                        new Hold(hold.amount, hold.held, hold.spent.minus(e.amount())),
                        e.operationId());
            }
        };
    }

    Hold hold(PaymentId paymentId) {
        Money zero = Money.zero(balance.currency());
        return holds.getOrDefault(paymentId, new Hold(zero, zero, zero));
    }

    private StoreCreditState with(
            Money newBalance, PaymentId paymentId, Hold hold, String operationId) {
        var allHolds = new HashMap<>(holds);
        allHolds.put(paymentId, hold);
        var more = new HashSet<>(operations);
        more.add(operation(paymentId, operationId));
        return new StoreCreditState(newBalance, allHolds, grants, more);
    }
}
