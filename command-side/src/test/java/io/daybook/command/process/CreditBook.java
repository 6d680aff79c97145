package io.daybook.command.process;

import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.StoreCreditId;
import io.daybook.domain.storecredit.StoreCreditEvent;
import io.daybook.domain.storecredit.StoreCreditGivenBack;
import io.daybook.domain.storecredit.StoreCreditGranted;
import io.daybook.domain.storecredit.StoreCreditHeld;
import io.daybook.domain.storecredit.StoreCreditReleased;
import io.daybook.domain.storecredit.StoreCreditSpent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The customers' credit: what they may spend, and what each payment took of it. */
final class CreditBook {

    private final Map<StoreCreditId, BigDecimal> available = new LinkedHashMap<>();
    private final Map<PaymentId, SimulatedProvider.Account> payments = new LinkedHashMap<>();
    private String broken = "";

    String brokenLaw() {
        return broken;
    }

    /** What a payment took, as a provider would have it. */
    SimulatedProvider.Account account(PaymentId id) {
        return payments.computeIfAbsent(id, _ -> new SimulatedProvider.Account());
    }

    void note(StoreCreditEvent event) {
        BigDecimal amount = event.amount().amount();
        switch (event) {
            case StoreCreditGranted _ -> available(event, amount);
            case StoreCreditHeld e -> {
                var account = account(e.paymentId());
                account.authorised = account.authorised.add(amount);
                available(event, amount.negate());
            }
            case StoreCreditReleased e -> {
                var account = account(e.paymentId());
                account.voided = account.voided.add(amount);
                available(event, amount);
            }
            case StoreCreditSpent e -> {
                var account = account(e.paymentId());
                account.captured = account.captured.add(amount);
            }
            case StoreCreditGivenBack e -> {
                var account = account(e.paymentId());
                account.refunded = account.refunded.add(amount);
                available(event, amount);
            }
        }
        boolean takesTooMuch =
                payments.values().stream()
                        .anyMatch(account ->
                                account.held().signum() < 0 || account.kept().signum() < 0);
        if (broken.isEmpty() && (takesTooMuch || left(event).signum() < 0)) {
            broken = "credit that nobody has: " + event;
        }
    }

    private void available(StoreCreditEvent event, BigDecimal more) {
        available.put(event.accountId(), left(event).add(more));
    }

    private BigDecimal left(StoreCreditEvent event) {
        return available.getOrDefault(event.accountId(), BigDecimal.ZERO);
    }
}
