package io.daybook.command.process;

import io.daybook.command.process.OrderBook.Stage;
import io.daybook.command.process.ShelfBook.Promise;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.ReservedLine;
import io.daybook.domain.shared.StockItemId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What has to hold when nothing is under way any more. */
final class EndLaws {

    private final Simulation simulation;
    private final Ledger ledger;

    private EndLaws(Simulation simulation) {
        this.simulation = simulation;
        this.ledger = simulation.ledger();
    }

    static void check(Simulation simulation, List<Exception> failures) {
        var laws = new EndLaws(simulation);
        failures.forEach(failure ->
                simulation.ledger().broken("a reaction never ended: " + failure.getMessage()));
        simulation.ledger().payments().forEach(laws::payment);
        simulation.ledger().orders().forEach(laws::order);
        ReturnEndLaws.check(simulation.ledger());
        laws.require(
                simulation.ledger().transfers().isSettled(),
                "transfers",
                "one was never confirmed");
    }

    private void payment(MoneyBook payment) {
        require(!payment.waitsForProvider(), payment.id, "still waits for the provider");
        if (!payment.isOffline()) {
            String difference =
                    payment.differenceTo(
                            payment.isStoreCredit()
                                    ? ledger.credits().account(payment.id)
                                    : simulation.provider().account(payment.id.value()));
            require(difference.isEmpty(), payment.id, difference);
        }
    }

    private void order(OrderBook order) {
        require(order.stage() != Stage.CANCELLING, order.id, "its cancellation never ended");
        require(!order.isChanging(), order.id, "its change was neither applied nor given up");
        List<MoneyBook> payments =
                ledger.payments().stream().filter(p -> p.orderId.equals(order.id)).toList();
        // One that was on hold until its money was gone waits for somebody to pay it.
        boolean lostItsMoney =
                payments.stream()
                        .anyMatch(
                                p -> p.hasExpired() || simulation.paymentsByHand().contains(p.id));
        require(
                order.stage() != Stage.PLACED || order.isHeld() || lostItsMoney,
                order.id,
                "was neither confirmed nor rejected");
        order.lines().forEach(line -> line(order, line));
        if (order.stage().isOver()) {
            require(
                    payments.stream().allMatch(MoneyBook::isGivenBack),
                    order.id,
                    "is over and has not given all money back");
        } else if (payments.stream().noneMatch(p -> simulation.paymentsByHand().contains(p.id))) {
            BigDecimal captured =
                    payments.stream()
                            .filter(payment -> !payment.isOffline())
                            .map(MoneyBook::captured)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            require(
                    order.isRepriced() || captured.compareTo(order.invoiced()) <= 0,
                    order.id,
                    "captured %s for shipments of %s".formatted(captured, order.invoiced()));
            // What an exchange carries over is what its goods came to when they were ordered: it
            // may
            // arrive when they come to less already. The balance of the order shows it.
            boolean isFromHands =
                    order.isRepriced() && payments.stream().anyMatch(MoneyBook::isOffline);
            BigDecimal kept =
                    payments.stream().map(MoneyBook::kept).reduce(BigDecimal.ZERO, BigDecimal::add);
            require(
                    isFromHands || kept.compareTo(order.total()) <= 0,
                    order.id,
                    "keeps %s of a total of %s".formatted(kept, order.total()));
        }
    }

    private void line(OrderBook order, OrderLine line) {
        List<ReservedLine> tried = order.tried(line);
        if (tried.stream()
                .anyMatch(
                        units -> simulation.reservationsByHand().contains(units.reservationId()))) {
            return;
        }
        List<Promise> promises =
                tried.stream().map(this::promise).filter(Objects::nonNull).toList();
        int shipped = order.shipped(line.lineId());
        int open = promises.stream().mapToInt(promise -> promise.open).sum();
        int left = promises.stream().mapToInt(promise -> promise.left).sum();
        require(
                left == shipped,
                order.id,
                "%d units shipped, %d left the shelf".formatted(shipped, left));
        int due = order.stage().isOver() ? 0 : order.wanted(line.lineId()) - shipped;
        require(
                open == due,
                order.id,
                "%s: %d units reserved, %d are due".formatted(order.stage(), open, due));
    }

    private @Nullable Promise promise(ReservedLine units) {
        return ledger.shelf(new StockItemId(SimulatedShop.TENANT, units.location(), units.sku()))
                .promise(units.reservationId());
    }

    private void require(boolean holds, Object owner, String law) {
        if (!holds) {
            ledger.broken(owner + ": " + law);
        }
    }
}
