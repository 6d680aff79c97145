package io.daybook.command.process;

import io.daybook.command.eventstore.EntityHistory;
import io.daybook.domain.inventory.AdjustStock;
import io.daybook.domain.inventory.CountStock;
import io.daybook.domain.inventory.MoveToBucket;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.ReservationCommand;
import io.daybook.domain.inventory.RestoreFromBucket;
import io.daybook.domain.inventory.StockCommand;
import io.daybook.domain.inventory.StockDecider;
import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.inventory.StockReceipt;
import io.daybook.domain.inventory.StockRejection;
import io.daybook.domain.inventory.StockState;
import io.daybook.domain.inventory.WriteOffStock;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.Receipt;
import io.daybook.domain.message.Rejection;
import io.daybook.domain.order.OrderCommand;
import io.daybook.domain.order.OrderDecider;
import io.daybook.domain.order.OrderReceipt;
import io.daybook.domain.order.OrderState;
import io.daybook.domain.payment.PaymentCommand;
import io.daybook.domain.payment.PaymentDecider;
import io.daybook.domain.payment.PaymentReceipt;
import io.daybook.domain.payment.PaymentState;
import io.daybook.domain.returns.ReturnCommand;
import io.daybook.domain.returns.ReturnDecider;
import io.daybook.domain.returns.ReturnReceipt;
import io.daybook.domain.returns.ReturnState;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.StoreCreditId;
import io.daybook.domain.shared.TenantId;
import io.daybook.domain.storecredit.StoreCreditCommand;
import io.daybook.domain.storecredit.StoreCreditDecider;
import io.daybook.domain.storecredit.StoreCreditReceipt;
import io.daybook.domain.storecredit.StoreCreditState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/** The deciders over a log in memory, behind a command bus that answers at once. */
final class SimulatedShop implements CommandBus {

    static final TenantId TENANT = new TenantId("demo");

    /** Sees every command, what came of it, and the events. */
    interface Witness {
        void judged(Object command, CommandResult result, List<?> events);

        /** A rule of the simulation itself is broken. */
        void broken(String law);
    }

    /** Stands for the death of the process, or of a connection. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("crash", null, false, false);
        }
    }

    private final Map<OrderId, OrderState> orders = new LinkedHashMap<>();
    private final Map<StockItemId, StockState> shelves = new LinkedHashMap<>();
    private final Map<PaymentId, PaymentState> payments = new LinkedHashMap<>();
    private final Map<ReturnId, ReturnState> returns = new LinkedHashMap<>();
    private final Map<StoreCreditId, StoreCreditState> credits = new LinkedHashMap<>();
    private final SimulatedSerials serials = new SimulatedSerials();
    private final SimulatedLog events;
    private final Witness witness;
    private final Consumer<EventMessage<?>> published;
    private int commandsUntilCrash;
    private boolean crashLosesAnswer;

    SimulatedShop(SimulatedLog events, Witness witness, Consumer<EventMessage<?>> published) {
        this.events = events;
        this.witness = witness;
        this.published = published;
    }

    OrderState order(OrderId id) {
        return orders.getOrDefault(id, OrderState.initial());
    }

    StockState shelf(StockItemId id) {
        return shelves.getOrDefault(id, StockState.initial());
    }

    PaymentState payment(PaymentId id) {
        return payments.getOrDefault(id, PaymentState.initial());
    }

    private ReturnState returned(ReturnId id) {
        return returns.getOrDefault(id, ReturnState.initial());
    }

    private StoreCreditState credit(StoreCreditId id) {
        return credits.getOrDefault(id, StoreCreditState.initial(id.currency()));
    }

    /**
     * Lets a later command of a process fail.
     *
     * @param commands 0 for none, 1 for the next, …
     * @param losesAnswer whether it takes effect all the same
     */
    void crashAfter(int commands, boolean losesAnswer) {
        commandsUntilCrash = commands;
        crashLosesAnswer = losesAnswer;
    }

    CommandResult execute(Object command) {
        return switch (command) {
            case OrderCommand c ->
                    run(
                            c.orderId(),
                            c,
                            order(c.orderId()),
                            OrderDecider::decide,
                            OrderState::evolve,
                            state -> orders.put(c.orderId(), state),
                            state -> OrderReceipt.of((OrderState.Placed) state));
            case StockCommand c ->
                    run(
                            c.stockItemId(),
                            c,
                            shelfThatKnows(c),
                            this::decide,
                            StockState::evolve,
                            state -> shelves.put(c.stockItemId(), state),
                            state -> StockReceipt.of((StockState.Registered) state, null));
            case PaymentCommand c ->
                    run(
                            c.paymentId(),
                            c,
                            payment(c.paymentId()),
                            PaymentDecider::decide,
                            PaymentState::evolve,
                            state -> payments.put(c.paymentId(), state),
                            state -> PaymentReceipt.of((PaymentState.Created) state));
            case ReturnCommand c ->
                    run(
                            c.returnId(),
                            c,
                            returned(c.returnId()),
                            ReturnDecider::decide,
                            ReturnState::evolve,
                            state -> returns.put(c.returnId(), state),
                            state -> receipt(c.returnId(), (ReturnState.Requested) state));
            case StoreCreditCommand c ->
                    run(
                            c.accountId(),
                            c,
                            credit(c.accountId()),
                            StoreCreditDecider::decide,
                            StoreCreditState::evolve,
                            state -> credits.put(c.accountId(), state),
                            state -> StoreCreditReceipt.of(c.accountId(), state));
            default -> throw new IllegalArgumentException("nobody handles " + command);
        };
    }

    private StockState shelfThatKnows(StockCommand command) {
        StockState shelf = shelf(command.stockItemId());
        return command instanceof ReservationCommand about
                        && shelf.mayHaveForgotten(about.reservationId())
                ? shelf.recalling(
                        about.reservationId(),
                        EntityHistory.replayed(events::read)
                                .naming(
                                        command.stockItemId().toString(),
                                        about.reservationId().value(),
                                        StockEvent.class))
                : shelf;
    }

    private Decision<StockEvent, StockRejection> decide(StockCommand command, StockState state) {
        return serials.refusal(command)
                .<Decision<StockEvent, StockRejection>>map(Decision::refused)
                .orElseGet(() -> StockDecider.decide(command, state, events.today()));
    }

    private static ReturnReceipt receipt(ReturnId id, ReturnState.Requested state) {
        return new ReturnReceipt(id, state.request().rmaNumber(), state.status());
    }

    private <C, S, E, R extends Rejection> CommandResult run(
            Object entity,
            C command,
            S before,
            BiFunction<C, S, Decision<E, R>> decide,
            BiFunction<S, E, S> evolve,
            Consumer<S> store,
            Function<S, Receipt> receipt) {
        return switch (decide.apply(command, before)) {
            case Decision.Accepted<E, R>(var happened) -> {
                S after = before;
                for (E event : happened) {
                    after = evolve.apply(after, event);
                }
                store.accept(after);
                var result = new CommandResult.Accepted(receipt.apply(after), 0);
                witness.judged(command, result, happened);
                if (isRecognisedWhenRepeated(command)
                        && decide.apply(command, after)
                                instanceof Decision.Accepted<E, R>(var again)
                        && !again.isEmpty()) {
                    witness.broken("repeated, " + command + " led to " + again);
                }
                for (E event : happened) {
                    serials.note(event);
                    published.accept(events.append(entity.toString(), event));
                }
                yield result;
            }
            case Decision.Refused<E, R>(var rejection) -> {
                var result = new CommandResult.Refused(rejection, 0, List.of());
                witness.judged(command, result, List.of());
                yield result;
            }
        };
    }

    /** These carry no id: two of them are two deliveries, two corrections, two counts. */
    private static boolean isRecognisedWhenRepeated(Object command) {
        return !(command instanceof ReceiveStock
                || command instanceof AdjustStock
                || command instanceof CountStock
                || command instanceof MoveToBucket
                || command instanceof RestoreFromBucket
                || command instanceof WriteOffStock);
    }

    @Override
    @SuppressWarnings("unchecked") // whoever sends a command knows its result
    public <C, R> void dispatch(
            CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        boolean crashes = commandsUntilCrash > 0 && --commandsUntilCrash == 0;
        if (crashes && !crashLosesAnswer) {
            throw new Crash();
        }
        Object result = execute(command.getPayload());
        if (crashes) {
            throw new Crash();
        }
        callback.onResult(command, new GenericCommandResultMessage<>((R) result));
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        throw new UnsupportedOperationException("processes look at every answer");
    }

    @Override
    public Registration subscribe(String name, MessageHandler<? super CommandMessage<?>> handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        throw new UnsupportedOperationException();
    }
}
