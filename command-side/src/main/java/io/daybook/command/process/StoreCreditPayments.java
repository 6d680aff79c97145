package io.daybook.command.process;

import io.daybook.command.payment.ProviderRequest;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.payment.ProviderOutcome;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.StoreCreditId;
import io.daybook.domain.storecredit.GiveBackStoreCredit;
import io.daybook.domain.storecredit.HoldStoreCredit;
import io.daybook.domain.storecredit.ReleaseStoreCredit;
import io.daybook.domain.storecredit.SpendStoreCredit;
import io.daybook.domain.storecredit.StoreCreditCommand;
import org.axonframework.eventhandling.EventMessage;

/**
 * The provider of payments with store credit: the customer's account. Every operation is a command
 * that the account recognises when it is repeated, so nothing is ever in doubt.
 */
final class StoreCreditPayments {

    private final ProcessCommands commands;

    StoreCreditPayments(ProcessCommands commands) {
        this.commands = commands;
    }

    ProviderOutcome perform(ProviderRequest request, EventMessage<?> cause) {
        return switch (request.operation()) {
            case AUTHORISE -> hold(request, cause);
            case CAPTURE ->
                    outcome(
                            request,
                            new SpendStoreCredit(
                                    account(request),
                                    request.paymentId(),
                                    request.operationId(),
                                    amount(request)),
                            cause);
            case VOID ->
                    request.reference() == null
                            ? new ProviderOutcome.Approved(request.idempotencyKey())
                            : outcome(
                                    request,
                                    new ReleaseStoreCredit(
                                            account(request),
                                            request.paymentId(),
                                            request.operationId()),
                                    cause);
            case REFUND ->
                    outcome(
                            request,
                            new GiveBackStoreCredit(
                                    account(request),
                                    request.paymentId(),
                                    request.operationId(),
                                    amount(request)),
                            cause);
        };
    }

    /** The token of such a payment is the customer; an unreadable one has no credit. */
    private ProviderOutcome hold(ProviderRequest request, EventMessage<?> cause) {
        Money amount = amount(request);
        StoreCreditId account;
        try {
            account =
                    new StoreCreditId(
                            request.tenant(),
                            amount.currency(),
                            new CustomerId(String.valueOf(request.token())));
        } catch (IllegalArgumentException noCustomer) {
            return new ProviderOutcome.Declined("unknown-customer");
        }
        var held =
                commands.send(
                        new HoldStoreCredit(account, request.paymentId(), amount),
                        cause,
                        "hold-credit");
        return switch (held) {
            case CommandResult.Accepted _ -> new ProviderOutcome.Approved(account.toString());
            case CommandResult.Refused(var rejection, long _, var _) ->
                    new ProviderOutcome.Declined(rejection.code());
        };
    }

    private ProviderOutcome outcome(
            ProviderRequest request, StoreCreditCommand command, EventMessage<?> cause) {
        return switch (commands.send(command, cause, "credit-" + request.operationId())) {
            case CommandResult.Accepted _ -> new ProviderOutcome.Approved(request.idempotencyKey());
            case CommandResult.Refused(var rejection, long _, var _) ->
                    new ProviderOutcome.Declined(rejection.code());
        };
    }

    private static StoreCreditId account(ProviderRequest request) {
        return StoreCreditId.parse(String.valueOf(request.reference()));
    }

    private static Money amount(ProviderRequest request) {
        Money amount = request.amount();
        if (amount == null) {
            throw new IllegalStateException(request.operation() + " without an amount");
        }
        return amount;
    }
}
