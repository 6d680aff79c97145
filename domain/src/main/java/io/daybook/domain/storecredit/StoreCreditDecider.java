package io.daybook.domain.storecredit;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.storecredit.StoreCreditState.Hold;

/** The rules of store credit: never more set aside than there is, every step once. */
public final class StoreCreditDecider {

    private StoreCreditDecider() {}

    public static Decision<StoreCreditEvent, StoreCreditRejection> decide(
            StoreCreditCommand command, StoreCreditState state) {
        return switch (command) {
            case GrantStoreCredit c -> grant(c, state);
            case HoldStoreCredit c -> hold(c, state);
            case SpendStoreCredit c -> spend(c, state);
            case ReleaseStoreCredit c -> release(c, state);
            case GiveBackStoreCredit c -> giveBack(c, state);
        };
    }

    private static Decision<StoreCreditEvent, StoreCreditRejection> grant(
            GrantStoreCredit command, StoreCreditState state) {
        if (differs(command.amount(), state)) {
            return refused(currencyDiffers(command.amount(), state));
        }
        Money before = state.grants().get(command.grantId());
        if (before != null) {
            return before.equals(command.amount())
                    ? nothingToDo()
                    : refused(new StoreCreditRejection.CreditDiffers(command.grantId()));
        }
        return accepted(
                new StoreCreditGranted(
                        command.accountId(),
                        command.grantId(),
                        command.amount(),
                        command.reason()));
    }

    private static Decision<StoreCreditEvent, StoreCreditRejection> hold(
            HoldStoreCredit command, StoreCreditState state) {
        if (differs(command.amount(), state)) {
            return refused(currencyDiffers(command.amount(), state));
        }
        Hold before = state.holds().get(command.paymentId());
        if (before != null) {
            return before.amount().equals(command.amount())
                    ? nothingToDo()
                    : refused(new StoreCreditRejection.CreditDiffers(command.paymentId().value()));
        }
        return command.amount().compareTo(state.available()) > 0
                ? refused(
                        new StoreCreditRejection.InsufficientCredit(
                                command.amount(), state.available()))
                : accepted(
                        new StoreCreditHeld(
                                command.accountId(), command.paymentId(), command.amount()));
    }

    private static Decision<StoreCreditEvent, StoreCreditRejection> spend(
            SpendStoreCredit command, StoreCreditState state) {
        if (done(command.paymentId(), command.operationId(), state)) {
            return nothingToDo();
        }
        if (differs(command.amount(), state)) {
            return refused(currencyDiffers(command.amount(), state));
        }
        Money held = state.hold(command.paymentId()).held();
        return command.amount().compareTo(held) > 0
                ? refused(new StoreCreditRejection.ExceedsHold(command.amount(), held))
                : accepted(
                        new StoreCreditSpent(
                                command.accountId(),
                                command.paymentId(),
                                command.operationId(),
                                command.amount()));
    }

    private static Decision<StoreCreditEvent, StoreCreditRejection> release(
            ReleaseStoreCredit command, StoreCreditState state) {
        Money held = state.hold(command.paymentId()).held();
        return held.isZero()
                ? nothingToDo()
                : accepted(
                        new StoreCreditReleased(
                                command.accountId(),
                                command.paymentId(),
                                command.operationId(),
                                held));
    }

    private static Decision<StoreCreditEvent, StoreCreditRejection> giveBack(
            GiveBackStoreCredit command, StoreCreditState state) {
        if (done(command.paymentId(), command.operationId(), state)) {
            return nothingToDo();
        }
        if (differs(command.amount(), state)) {
            return refused(currencyDiffers(command.amount(), state));
        }
        Money spent = state.hold(command.paymentId()).spent();
        return command.amount().compareTo(spent) > 0
                ? refused(new StoreCreditRejection.ExceedsSpent(command.amount(), spent))
                : accepted(
                        new StoreCreditGivenBack(
                                command.accountId(),
                                command.paymentId(),
                                command.operationId(),
                                command.amount()));
    }

    private static boolean done(PaymentId paymentId, String operationId, StoreCreditState state) {
        return state.operations().contains(StoreCreditState.operation(paymentId, operationId));
    }

    private static boolean differs(Money amount, StoreCreditState state) {
        return !amount.currency().equals(state.balance().currency());
    }

    private static StoreCreditRejection currencyDiffers(Money amount, StoreCreditState state) {
        return new StoreCreditRejection.CurrencyDiffers(
                amount.currency().getCurrencyCode(), state.balance().currency().getCurrencyCode());
    }
}
