package io.daybook.command.payment;

import io.daybook.command.aggregate.AggregateShell;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.Receipt;
import io.daybook.domain.payment.AuthorisePayment;
import io.daybook.domain.payment.CapturePayment;
import io.daybook.domain.payment.CloseDispute;
import io.daybook.domain.payment.ConfirmRefund;
import io.daybook.domain.payment.ExpireAuthorisation;
import io.daybook.domain.payment.OpenDispute;
import io.daybook.domain.payment.PaymentCommand;
import io.daybook.domain.payment.PaymentDecider;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.PaymentReceipt;
import io.daybook.domain.payment.PaymentRejection;
import io.daybook.domain.payment.PaymentState;
import io.daybook.domain.payment.RecordOfflinePayment;
import io.daybook.domain.payment.RecordProviderEvent;
import io.daybook.domain.payment.RecordProviderOutcome;
import io.daybook.domain.payment.RefundPayment;
import io.daybook.domain.payment.ResolveDoubt;
import io.daybook.domain.payment.ReversePayment;
import io.daybook.domain.payment.VoidPayment;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.PaymentId;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Stands between Axon and {@link PaymentDecider}; decides nothing itself. */
@AggregateRoot(type = "payment")
final class PaymentAggregate
        extends AggregateShell<PaymentCommand, PaymentEvent, PaymentRejection> {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable PaymentId id;

    private PaymentState state = PaymentState.initial();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CommandResult handle(AuthorisePayment command, MetaData metadata) {
        id = command.paymentId();
        return run(command, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CommandResult handle(RecordOfflinePayment command, MetaData metadata) {
        id = command.paymentId();
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(CapturePayment command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(VoidPayment command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(RefundPayment command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ReversePayment command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(RecordProviderOutcome command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ConfirmRefund command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(RecordProviderEvent command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ResolveDoubt command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ExpireAuthorisation command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(OpenDispute command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(CloseDispute command, MetaData metadata) {
        return run(command, metadata);
    }

    @EventSourcingHandler
    void on(PaymentEvent event, MetaData metadata) {
        id = event.paymentId();
        state = state.evolve(event);
        recorded(metadata);
    }

    @Override
    protected Decision<PaymentEvent, PaymentRejection> decide(PaymentCommand command) {
        return PaymentDecider.decide(command, state);
    }

    @Override
    protected Receipt receipt() {
        return switch (state) {
            case PaymentState.Created payment -> PaymentReceipt.of(payment);
            case PaymentState.NotCreated _ ->
                    throw new IllegalStateException("an accepted command leaves a payment");
        };
    }

    @Override
    protected List<String> allowed() {
        return state.allowed();
    }

    @Override
    protected String kind() {
        return "payment";
    }
}
