package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Spreads a refund over several payments. No step is empty, none takes more than its payment can
 * give, and steps and {@code missing} add up to what was wanted, to the last cent.
 *
 * @param missing what no payment can give
 */
public record RefundPlan(List<RefundStep> steps, Money missing) {

    public RefundPlan {
        steps = List.copyOf(steps);
    }

    /**
     * Takes from each payment what it can give, in the order of the preference.
     *
     * @param sources the payments of one order, the oldest first, all in the currency of the refund
     */
    public static RefundPlan of(
            Money wanted, List<RefundSource> sources, RefundPreference preference) {
        if (!wanted.isPositive()) {
            throw new IllegalArgumentException("a refund is more than 0");
        }
        var steps = new ArrayList<RefundStep>();
        Money left = wanted;
        for (RefundSource source : sorted(wanted, sources, preference)) {
            Money part = source.refundable().min(left);
            if (part.isPositive()) {
                steps.add(new RefundStep(source.paymentId(), part));
                left = left.minus(part);
            }
        }
        return new RefundPlan(steps, left);
    }

    /** Whether everything that was wanted can be given. */
    public boolean isComplete() {
        return missing.isZero();
    }

    private static List<RefundSource> sorted(
            Money wanted, List<RefundSource> sources, RefundPreference preference) {
        return switch (preference) {
            case OLDEST_FIRST -> sources;
            case NEWEST_FIRST -> sources.reversed();
            case FEWEST_PAYMENTS -> fewest(wanted, sources);
            case STORE_CREDIT_FIRST -> storeCredit(sources, true);
            case STORE_CREDIT_LAST -> storeCredit(sources, false);
        };
    }

    private static List<RefundSource> fewest(Money wanted, List<RefundSource> sources) {
        var enough =
                sources.stream()
                        .filter(source -> source.refundable().compareTo(wanted) >= 0)
                        .min(Comparator.comparing(RefundSource::refundable));
        return enough.isPresent()
                ? List.of(enough.get())
                : sources.stream()
                        .sorted(Comparator.comparing(RefundSource::refundable).reversed())
                        .toList();
    }

    private static List<RefundSource> storeCredit(List<RefundSource> sources, boolean first) {
        Comparator<RefundSource> credit =
                Comparator.comparing(source -> StoreCreditMethod.is(source.method()) != first);
        return sources.stream().sorted(credit).toList();
    }
}
