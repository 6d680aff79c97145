package io.daybook.command.storecredit;

import io.daybook.command.aggregate.AggregateShell;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.Receipt;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.StoreCreditId;
import io.daybook.domain.storecredit.GiveBackStoreCredit;
import io.daybook.domain.storecredit.GrantStoreCredit;
import io.daybook.domain.storecredit.HoldStoreCredit;
import io.daybook.domain.storecredit.ReleaseStoreCredit;
import io.daybook.domain.storecredit.SpendStoreCredit;
import io.daybook.domain.storecredit.StoreCreditCommand;
import io.daybook.domain.storecredit.StoreCreditDecider;
import io.daybook.domain.storecredit.StoreCreditEvent;
import io.daybook.domain.storecredit.StoreCreditReceipt;
import io.daybook.domain.storecredit.StoreCreditRejection;
import io.daybook.domain.storecredit.StoreCreditState;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Stands between Axon and {@link StoreCreditDecider}; decides nothing itself. */
@AggregateRoot(type = "store-credit")
final class StoreCreditAggregate
        extends AggregateShell<StoreCreditCommand, StoreCreditEvent, StoreCreditRejection> {

    @AggregateIdentifier private @Nullable StoreCreditId id;

    private @Nullable StoreCreditState state;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    CommandResult handle(GrantStoreCredit command, MetaData metadata) {
        id = command.accountId();
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(HoldStoreCredit command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(SpendStoreCredit command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(ReleaseStoreCredit command, MetaData metadata) {
        return run(command, metadata);
    }

    @CommandHandler
    CommandResult handle(GiveBackStoreCredit command, MetaData metadata) {
        return run(command, metadata);
    }

    @EventSourcingHandler
    void on(StoreCreditEvent event, MetaData metadata) {
        id = event.accountId();
        state = known(event.accountId()).evolve(event);
        recorded(metadata);
    }

    @Override
    protected Decision<StoreCreditEvent, StoreCreditRejection> decide(StoreCreditCommand command) {
        return StoreCreditDecider.decide(command, known(command.accountId()));
    }

    @Override
    protected Receipt receipt() {
        StoreCreditId account = id;
        if (account == null) {
            throw new IllegalStateException("an accepted command leaves an account");
        }
        return StoreCreditReceipt.of(account, known(account));
    }

    @Override
    protected List<String> allowed() {
        return state == null ? List.of("GrantStoreCredit") : state.allowed();
    }

    @Override
    protected String kind() {
        return "store credit account";
    }

    private StoreCreditState known(StoreCreditId account) {
        return state == null ? StoreCreditState.initial(account.currency()) : state;
    }
}
