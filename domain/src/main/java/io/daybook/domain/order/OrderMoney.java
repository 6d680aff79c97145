package io.daybook.domain.order;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The payments of an order as it asked for them: what it captured and gave back counts from the
 * moment that it decided so, not from the provider's answer.
 *
 * @param payments oldest first
 */
record OrderMoney(Map<PaymentId, Held> payments) {

    static final OrderMoney NONE = new OrderMoney(Map.of());

    /**
     * One payment.
     *
     * @param refunded because of cancelled lines and changes; returns are settled apart
     * @param live whether it may hold money
     * @param captures by hand that were already counted
     */
    record Held(
            Money authorised, Money captured, Money refunded, boolean live, Set<String> captures) {

        Money capturable() {
            return live ? authorised.minus(captured) : zero();
        }

        Money kept() {
            return live ? captured.minus(refunded) : zero();
        }

        Money covers() {
            return live ? authorised.minus(refunded) : zero();
        }

        private Money zero() {
            return Money.zero(authorised.currency());
        }

        Held authorised(Money amount) {
            return new Held(amount, captured, refunded, true, captures);
        }

        Held captured(Money amount) {
            return new Held(
                    authorised, captured.plus(amount).min(authorised), refunded, live, captures);
        }

        Held capturedByHand(String operation, Money amount) {
            var all = new HashSet<>(captures);
            all.add(operation);
            Held held = captured(amount);
            return new Held(held.authorised, held.captured, refunded, live, Set.copyOf(all));
        }

        Held refunded(Money amount) {
            return new Held(authorised, captured, refunded.plus(amount), live, captures);
        }

        Held reversed() {
            return new Held(authorised, captured, refunded, false, captures);
        }

        Held trimmed() {
            return new Held(captured, captured, refunded, live, captures);
        }
    }

    OrderMoney {
        payments = Collections.unmodifiableMap(new LinkedHashMap<>(payments));
    }

    boolean knows(PaymentId paymentId) {
        return payments.containsKey(paymentId);
    }

    boolean recorded(PaymentId paymentId) {
        Held held = payments.get(paymentId);
        return held != null && (held.authorised.isPositive() || !held.live);
    }

    boolean isLive(PaymentId paymentId) {
        Held held = payments.get(paymentId);
        return held != null && held.live;
    }

    List<PaymentId> live() {
        return payments.entrySet().stream()
                .filter(payment -> payment.getValue().live)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Payments that hold more than was captured. */
    List<PaymentId> surplus() {
        return payments.entrySet().stream()
                .filter(payment -> payment.getValue().capturable().isPositive())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What is authorised or captured, and not given back. */
    Money covered(Money zero) {
        return sum(Held::covers, zero);
    }

    /** What is captured, and not given back. */
    Money kept(Money zero) {
        return sum(Held::kept, zero);
    }

    private Money sum(Function<Held, Money> part, Money zero) {
        return payments.values().stream().map(part).reduce(zero, Money::plus);
    }

    /** Where to capture an amount: the oldest payments first, each as far as it goes. */
    List<PaymentShare> captures(Money amount) {
        return shares(amount, List.copyOf(payments.entrySet()), Held::capturable);
    }

    /** Where to give an amount back: the newest payments first, each as far as it goes. */
    List<PaymentShare> refunds(Money amount) {
        return shares(amount, List.copyOf(payments.entrySet()).reversed(), Held::kept);
    }

    private static List<PaymentShare> shares(
            Money amount, List<Map.Entry<PaymentId, Held>> inTurn, Function<Held, Money> most) {
        var shares = new ArrayList<PaymentShare>();
        Money left = amount;
        for (var payment : inTurn) {
            Money part = left.min(most.apply(payment.getValue()));
            if (part.isPositive()) {
                shares.add(new PaymentShare(payment.getKey(), part));
                left = left.minus(part);
            }
        }
        return shares;
    }

    OrderMoney requested(PaymentId paymentId, Money zero) {
        return knows(paymentId) ? this : with(paymentId, nothing(zero));
    }

    OrderMoney recorded(PaymentId paymentId, Money amount) {
        Held held = payments.get(paymentId);
        return with(
                paymentId,
                (held == null ? nothing(Money.zero(amount.currency())) : held).authorised(amount));
    }

    OrderMoney captured(List<PaymentShare> shares) {
        OrderMoney next = this;
        for (PaymentShare share : shares) {
            next = next.changed(share.paymentId(), held -> held.captured(share.amount()));
        }
        return next;
    }

    OrderMoney refunded(List<PaymentShare> shares) {
        OrderMoney next = this;
        for (PaymentShare share : shares) {
            next = next.changed(share.paymentId(), held -> held.refunded(share.amount()));
        }
        return next;
    }

    OrderMoney changed(PaymentId paymentId, UnaryOperator<Held> change) {
        Held held = payments.get(paymentId);
        return held == null ? this : with(paymentId, change.apply(held));
    }

    private OrderMoney with(PaymentId paymentId, Held held) {
        var more = new LinkedHashMap<>(payments);
        more.put(paymentId, held);
        return new OrderMoney(more);
    }

    private static Held nothing(Money zero) {
        return new Held(zero, zero, zero, true, Set.of());
    }
}
