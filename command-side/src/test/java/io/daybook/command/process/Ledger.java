package io.daybook.command.process;

import io.daybook.domain.inventory.StockCommand;
import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.inventory.StockRestocked;
import io.daybook.domain.inventory.StockState;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.returns.RefundStep;
import io.daybook.domain.returns.ReturnEvent;
import io.daybook.domain.returns.ReturnRequested;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.storecredit.StoreCreditEvent;
import io.daybook.domain.storecredit.StoreCreditGranted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The reference: books kept beside the deciders, and the first law that one of them saw broken. */
final class Ledger implements SimulatedShop.Witness {

    /** Far more than any story of its length comes to. */
    private static final int MOST_COMMANDS = 10_000;

    private final Map<StockItemId, ShelfBook> shelves = new LinkedHashMap<>();
    private final Map<OrderId, OrderBook> orders = new LinkedHashMap<>();
    private final Map<PaymentId, MoneyBook> payments = new LinkedHashMap<>();
    private final Map<ReturnId, ReturnBook> returns = new LinkedHashMap<>();
    private final RefundBook refunds = new RefundBook();
    private final CreditBook credits = new CreditBook();
    private final TransferBook transfers = new TransferBook();
    private final Function<StockItemId, StockState> shelf;
    private final List<String> story = new ArrayList<>();
    private String brokenLaw = "";
    private int commands;
    private final Map<Class<?>, Integer> events = new LinkedHashMap<>();

    /**
     * @param shelf what the deciders believe to be on a shelf
     */
    Ledger(Function<StockItemId, StockState> shelf) {
        this.shelf = shelf;
    }

    /** Empty while every law holds. */
    String brokenLaw() {
        return brokenLaw;
    }

    int commands() {
        return commands;
    }

    /** How often each event happened. */
    Map<Class<?>, Integer> events() {
        return events;
    }

    /** What happened so far, for people. */
    List<String> story() {
        return story;
    }

    TransferBook transfers() {
        return transfers;
    }

    ShelfBook shelf(StockItemId id) {
        return shelves.computeIfAbsent(id, _ -> new ShelfBook());
    }

    Collection<StockItemId> shelves() {
        return List.copyOf(shelves.keySet());
    }

    /** Empty when there is no such order. */
    OrderBook order(OrderId id) {
        return orders.getOrDefault(id, new OrderBook(id));
    }

    Collection<OrderBook> orders() {
        return orders.values();
    }

    Collection<MoneyBook> payments() {
        return payments.values();
    }

    Collection<ReturnBook> returns() {
        return returns.values();
    }

    RefundBook refunds() {
        return refunds;
    }

    CreditBook credits() {
        return credits;
    }

    void tell(String line) {
        if (story.isEmpty() || !story.getLast().equals(line)) {
            story.add(line);
        }
    }

    @Override
    public void broken(String law) {
        if (brokenLaw.isEmpty()) {
            brokenLaw = law;
        }
    }

    @Override
    public void judged(Object command, CommandResult result, List<?> happened) {
        if (++commands > MOST_COMMANDS) {
            broken("a process goes on for ever");
            throw new IllegalStateException(brokenLaw);
        }
        tell("    " + command + " -> " + outcome(result, happened));
        if (command instanceof StockCommand c) {
            judged(c, result, happened);
        }
        for (Object event : happened) {
            events.merge(event.getClass(), 1, Integer::sum);
            switch (event) {
                case OrderEvent e -> note(orders.computeIfAbsent(e.orderId(), OrderBook::new), e);
                case PaymentEvent e ->
                        note(
                                payments.computeIfAbsent(
                                        e.paymentId(), id -> new MoneyBook(id, e.orderId())),
                                e);
                case ReturnEvent e -> note(e);
                case StoreCreditEvent e -> note(e);
                case StockRestocked e -> note(e);
                case StockEvent _ -> {
                    // What else moves stock is judged by its commands.
                }
                default -> throw new IllegalStateException("nobody keeps a book of " + event);
            }
        }
    }

    private void note(OrderBook order, OrderEvent event) {
        order.note(event);
        check(order.id, order.brokenLaw());
    }

    private void note(MoneyBook payment, PaymentEvent event) {
        payment.note(event);
        check(payment.id, payment.brokenLaw());
        refunds.note(event);
        RefundStep.returnOf(event.operationId()).ifPresent(this::checkRefunds);
    }

    private void note(ReturnEvent event) {
        if (event instanceof ReturnRequested first) {
            returns.computeIfAbsent(event.returnId(), _ -> new ReturnBook(first));
        }
        ReturnBook book = returned(event.returnId());
        book.note(event);
        check(book.id, book.brokenLaw());
        for (LineId line : book.lines()) {
            int counted =
                    returns().stream()
                            .filter(each -> each.orderId.equals(book.orderId))
                            .mapToInt(each -> each.counted(line))
                            .sum();
            int shipped = order(book.orderId).shipped(line);
            if (counted > shipped) {
                broken(
                        "%s: of line %s %d units are in returns, %d were shipped"
                                .formatted(book.orderId, line, counted, shipped));
            }
        }
    }

    private ReturnBook returned(ReturnId id) {
        return Objects.requireNonNull(returns.get(id), id::value);
    }

    private void note(StoreCreditEvent event) {
        credits.note(event);
        check(event.accountId(), credits.brokenLaw());
        if (event instanceof StoreCreditGranted granted) {
            refunds.note(granted);
            RefundStep.returnOf(granted.grantId()).ifPresent(this::checkRefunds);
        }
    }

    /** Restocked units say what they came back with. */
    private void note(StockRestocked event) {
        ReturnBook book =
                returned(new ReturnId(event.key().substring(0, event.key().indexOf('/'))));
        book.restocks().note(event);
        check(book.id, book.brokenLaw());
    }

    private void checkRefunds(ReturnId id) {
        BigDecimal moved = refunds.moved(id);
        BigDecimal entitled = returned(id).entitled();
        if (moved.compareTo(entitled) > 0) {
            broken("%s: %s go back, the customer gets %s".formatted(id, moved, entitled));
        }
    }

    private void judged(StockCommand command, CommandResult result, List<?> happened) {
        StockItemId id = command.stockItemId();
        ShelfBook book = shelf(id);
        ShelfBook.Verdict came =
                switch (result) {
                    case CommandResult.Refused _ -> ShelfBook.Verdict.IS_REFUSED;
                    case CommandResult.Accepted _ ->
                            happened.isEmpty()
                                    ? ShelfBook.Verdict.CHANGES_NOTHING
                                    : ShelfBook.Verdict.TAKES_EFFECT;
                };
        ShelfBook.Verdict due = book.note(command, came);
        for (Object event : happened) {
            if (event instanceof StockEvent e) {
                book.happened(e);
                transfers.note(e);
            }
        }
        check(id, transfers.brokenLaw());
        if (came != due) {
            broken("%s: %s, but it %s".formatted(command, due, came));
        }
        check(id, book.brokenLaw());
        if (shelf.apply(id) instanceof StockState.Registered item
                && (item.onHand() != book.onHand()
                        || item.reserved() != book.reserved()
                        || item.available() != book.available())) {
            broken(
                    "%s has %d on hand, %d reserved, %d available by the book, but %d, %d, %d"
                            .formatted(
                                    id,
                                    book.onHand(),
                                    book.reserved(),
                                    book.available(),
                                    item.onHand(),
                                    item.reserved(),
                                    item.available()));
        }
    }

    private void check(Object owner, String law) {
        if (!law.isEmpty()) {
            broken(owner + ": " + law);
        }
    }

    private static String outcome(CommandResult result, List<?> events) {
        return switch (result) {
            case CommandResult.Refused refused -> "refused: " + refused.rejection();
            case CommandResult.Accepted _ -> events.isEmpty() ? "nothing to do" : events.toString();
        };
    }
}
