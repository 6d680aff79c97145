package io.daybook.command.process;

import io.daybook.command.payment.PaymentProvider;
import io.daybook.command.payment.ProviderRequest;
import io.daybook.domain.payment.ProviderOperation;
import io.daybook.domain.payment.ProviderOutcome;
import io.daybook.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps accounts of its own, from which it is seen what really became of the money. Whether it
 * answers, and what, is set from outside; what it decided once it repeats for ever.
 */
final class SimulatedProvider implements PaymentProvider {

    /** What comes of the next call. */
    enum Mood {
        APPROVES,
        DECLINES,
        /** The request gets lost, so nothing happens and nobody answers. */
        NEVER_HEARS,
        /** It happens, but the answer gets lost. */
        ANSWERS_NOBODY,
        FAILS
    }

    /** The money of one payment as the provider has it. */
    static final class Account {
        BigDecimal authorised = BigDecimal.ZERO;
        BigDecimal voided = BigDecimal.ZERO;
        BigDecimal captured = BigDecimal.ZERO;
        BigDecimal refunded = BigDecimal.ZERO;
        private @Nullable Instant expiresAt;
        private boolean lapsed;

        /** Whether what was held is not held any more, because its time is over. */
        boolean hasLapsed() {
            return lapsed;
        }

        BigDecimal held() {
            return authorised.subtract(voided).subtract(captured);
        }

        BigDecimal kept() {
            return captured.subtract(refunded);
        }
    }

    /** Some authorisations hold only for as long. */
    private static final Duration HOLDS_FOR = Duration.ofMinutes(3);

    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, ProviderOutcome> decided = new LinkedHashMap<>();
    private final Consumer<String> broken;
    private Mood mood = Mood.APPROVES;

    /**
     * @param broken hears of a request that nobody may make
     */
    SimulatedProvider(Consumer<String> broken) {
        this.broken = broken;
    }

    void feels(Mood next) {
        mood = next;
    }

    Account account(String payment) {
        return accounts.computeIfAbsent(payment, _ -> new Account());
    }

    /** Lets go of what is held and was not captured in time. */
    void lapse(Instant now) {
        for (Account account : accounts.values()) {
            Instant due = account.expiresAt;
            if (due != null && !account.lapsed && !now.isBefore(due)) {
                account.voided = account.voided.add(account.held());
                account.lapsed = true;
            }
        }
    }

    /** The keys of all operations that have an outcome, oldest first. */
    List<String> operations() {
        return new ArrayList<>(decided.keySet());
    }

    ProviderOutcome outcome(String key) {
        return decided.getOrDefault(key, new ProviderOutcome.Unknown());
    }

    @Override
    public ProviderOutcome perform(ProviderRequest request) {
        Mood now = mood;
        mood = Mood.APPROVES;
        if (now == Mood.FAILS) {
            throw new IllegalStateException("the provider is away");
        }
        String key = request.idempotencyKey();
        if (decided.containsKey(key)) {
            return now == Mood.ANSWERS_NOBODY ? new ProviderOutcome.Unknown() : outcome(key);
        }
        Account account = account(request.paymentId().value());
        switch (now) {
            case APPROVES, ANSWERS_NOBODY -> {
                if (account.lapsed && request.operation() == ProviderOperation.CAPTURE) {
                    decided.put(key, new ProviderOutcome.Declined("the authorisation is gone"));
                } else {
                    move(request, account);
                    decided.put(
                            key,
                            new ProviderOutcome.Approved("ref-" + key, account.expiresAt, false));
                }
            }
            case DECLINES -> decided.put(key, new ProviderOutcome.Declined("declined"));
            case NEVER_HEARS, FAILS -> {
                // Nothing happened.
            }
        }
        return now == Mood.ANSWERS_NOBODY ? new ProviderOutcome.Unknown() : outcome(key);
    }

    /** What it never heard of it declines from now on. */
    @Override
    public ProviderOutcome inquire(ProviderRequest request) {
        String key = request.idempotencyKey();
        Mood now = mood;
        mood = Mood.APPROVES;
        if (now == Mood.NEVER_HEARS || now == Mood.ANSWERS_NOBODY) {
            return new ProviderOutcome.Unknown();
        }
        decided.putIfAbsent(key, new ProviderOutcome.Declined("never arrived"));
        return outcome(key);
    }

    private void move(ProviderRequest request, Account account) {
        Money money = request.amount();
        BigDecimal amount = money == null ? BigDecimal.ZERO : money.amount();
        switch (request.operation()) {
            case AUTHORISE -> {
                require(account.authorised.signum() == 0, "authorised twice", request);
                account.authorised = account.authorised.add(amount);
                if (amount.unscaledValue().intValue() % 3 == 0) {
                    account.expiresAt = request.requestedAt().plus(HOLDS_FOR);
                }
            }
            case CAPTURE -> {
                require(amount.signum() > 0, "asked to capture nothing", request);
                require(amount.compareTo(account.held()) <= 0, "captures more than held", request);
                account.captured = account.captured.add(amount);
            }
            case VOID -> account.voided = account.voided.add(account.held());
            case REFUND -> {
                require(amount.signum() > 0, "asked to refund nothing", request);
                require(amount.compareTo(account.kept()) <= 0, "refunds more than kept", request);
                account.refunded = account.refunded.add(amount);
            }
        }
    }

    private void require(boolean holds, String law, ProviderRequest request) {
        if (!holds) {
            broken.accept(law + ": " + request);
        }
    }
}
