package io.daybook.command.process;

import io.daybook.command.payment.PaymentsInMemory;
import io.daybook.domain.inventory.AllocationPolicy;
import io.daybook.domain.inventory.AllocationPolicy.Preference;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.payment.RecordProviderOutcome;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReservationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;

/**
 * The real deciders and the real reactions in memory: callers send commands, reactions happen when
 * the story says so, and anything may fail at any point.
 */
final class Simulation {

    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final int ROUNDS = 50;

    private final Hands clock = new Hands();
    private final Ledger ledger = new Ledger(id -> shop().shelf(id));
    private final SimulatedProvider provider = new SimulatedProvider(ledger::broken);
    private final Deliveries orderProcess;
    private final Deliveries paymentProvider;
    private final SimulatedLog log = new SimulatedLog(clock);
    private final SimulatedShop shop = new SimulatedShop(log, ledger, this::published);
    private final Offers offers = new Offers(ledger);
    private final Set<ReservationId> reservationsByHand = new HashSet<>();
    private final Set<PaymentId> paymentsByHand = new HashSet<>();

    /** A clock that somebody sets. */
    private static final class Hands extends Clock {
        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /**
     * @param allocates whether lines at the main location may be taken from any
     */
    Simulation(boolean allocates) {
        var commands = new ProcessCommands(shop);
        var standing = new Standing(log::read);
        var payments = PaymentsInMemory.of(log::read);
        orderProcess =
                new Deliveries(
                        new ReservationReactions(
                                commands,
                                standing::placed,
                                allocates ? Optional.of(allocator()) : Optional.empty()),
                        new FulfilmentReactions(commands),
                        new ChangeReactions(commands),
                        new SettlingReactions(commands),
                        new CancellationReactions(commands, clock),
                        new ReturnReactions(commands, standing),
                        new SettlementReactions(commands, standing, payments),
                        new TransferReactions(commands),
                        new PaymentConsequenceReactions(commands));
        paymentProvider =
                new Deliveries(
                        new PaymentProviderReactions(
                                provider, new StoreCreditPayments(commands), payments, commands));
    }

    private Allocator allocator() {
        return new Allocator(
                (_, skus, _) -> offers.of(skus),
                new AllocationPolicy(Preference.MOST_AVAILABLE, List.of(), false, true),
                new Location("main"),
                List.of());
    }

    private void published(EventMessage<?> event) {
        orderProcess.add(event);
        paymentProvider.add(event);
    }

    SimulatedShop shop() {
        return shop;
    }

    Ledger ledger() {
        return ledger;
    }

    SimulatedProvider provider() {
        return provider;
    }

    Deliveries orderProcess() {
        return orderProcess;
    }

    Deliveries paymentProvider() {
        return paymentProvider;
    }

    Set<ReservationId> reservationsByHand() {
        return reservationsByHand;
    }

    Set<PaymentId> paymentsByHand() {
        return paymentsByHand;
    }

    Instant now() {
        return clock.now;
    }

    Instant start() {
        return START;
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** A command of a caller. */
    CommandResult ask(Object command) {
        return shop.execute(command);
    }

    /**
     * Delivers one event.
     *
     * @param crash at which command of the reaction it dies; 0 for never
     */
    void react(Deliveries group, int choice, int crash, boolean losesAnswer) {
        shop.crashAfter(crash, losesAnswer);
        try {
            group.deliver(choice);
        } catch (Exception failed) {
            ledger.tell("    failed: " + failed.getMessage());
        } finally {
            shop.crashAfter(0, false);
        }
    }

    /** The provider says late, or once more, what became of an operation. */
    void callBack(int choice) {
        List<String> operations = provider.operations();
        if (!operations.isEmpty()) {
            String key = operations.get(choice % operations.size());
            int slash = key.indexOf('/');
            ask(
                    new RecordProviderOutcome(
                            new PaymentId(key.substring(0, slash)),
                            key.substring(slash + 1),
                            provider.outcome(key)));
        }
    }

    /** Every event is delivered, and what follows from it, as far as nothing fails. */
    List<Exception> reactToEverything() {
        var failures = new ArrayList<>(orderProcess.drain());
        failures.addAll(paymentProvider.drain());
        return failures;
    }

    /**
     * Puts units on every shelf, so that nothing waits for a shelf that somebody has to put right.
     */
    void restock() {
        ledger.shelves()
                .forEach(item -> ask(new ReceiveStock(item, 1000, null, null, null, List.of())));
    }

    /**
     * Lets everything come to its end: the provider works, time passes, and every event is
     * delivered.
     *
     * @return what could not be delivered; empty when every process ended
     */
    List<Exception> settle() {
        List<Exception> failures = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            failures = reactToEverything();
            if (orderProcess.isEmpty() && paymentProvider.isEmpty() && !ReturnDesk.tidyUp(this)) {
                return List.of();
            }
            pass(Duration.ofMinutes(2));
        }
        return failures;
    }
}
