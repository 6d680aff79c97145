package io.daybook.command.process;

import io.daybook.command.process.OrderBook.Stage;
import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.order.OpenReturn;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.ReturnTerms;
import io.daybook.domain.payment.ConfirmRefund;
import io.daybook.domain.returns.ApproveReturn;
import io.daybook.domain.returns.CancelReturn;
import io.daybook.domain.returns.CloseReturn;
import io.daybook.domain.returns.DeclineReturn;
import io.daybook.domain.returns.Disposition;
import io.daybook.domain.returns.ExpireReturn;
import io.daybook.domain.returns.InspectReturn;
import io.daybook.domain.returns.InspectedUnits;
import io.daybook.domain.returns.ReceiveReturn;
import io.daybook.domain.returns.SettleReturn;
import io.daybook.domain.returns.UnexpectedItem;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.RefundTo;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import io.daybook.domain.shared.StoreCreditId;
import io.daybook.domain.storecredit.GrantStoreCredit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What people ask of returns, and what they do with goods that came back. */
final class ReturnDesk {

    private ReturnDesk() {}

    static void request(Simulation s, int a, int b, int c) {
        OrderId order = Callers.some(s, a, Stage.SHIPPING, Stage.COMPLETED);
        var units = new ArrayList<LineQuantity>();
        units.add(new LineQuantity(Callers.line(1 + c % 3), 1 + b % 3));
        if (b % 4 == 0) {
            units.add(new LineQuantity(Callers.line(1 + (c + 1) % 3), 1 + c % 2));
        }
        ReturnKind kind = List.of(ReturnKind.values()).get(c % ReturnKind.values().length);
        s.ask(
                new OpenReturn(
                        order,
                        returnId(order, b),
                        kind,
                        units,
                        s.now(),
                        new ReturnTerms(
                                List.of(),
                                b % 2 == 0 ? RefundTo.STORE_CREDIT : RefundTo.ORIGINAL,
                                kind == ReturnKind.RETURN || a % 3 == 0
                                        ? List.of()
                                        : List.of(instead(a, b)))));
    }

    private static OrderLine instead(int a, int b) {
        return new OrderLine(
                Callers.line(1),
                Callers.item(a + b).sku(),
                null,
                1 + b % 2,
                Callers.eur(a % 2 == 0 ? "2.22" : "5.55"),
                Callers.eur("0.00"),
                new BigDecimal("0.19"),
                Callers.item(a + b).location());
    }

    static void decide(Simulation s, int a, int b, int c) {
        ReturnId id = some(s, a, ReturnBook.Stage.REQUESTED);
        s.ask(
                b % 6 == 0
                        ? new DeclineReturn(id, "worn")
                        : new ApproveReturn(
                                id,
                                Callers.eur(c % 3 == 0 ? "0.50" : "0.00"),
                                Callers.eur(c % 4 == 0 ? "0.99" : "0.00"),
                                c % 2 == 0 ? s.start().plus(Duration.ofMinutes(2)) : null));
    }

    /** Mostly what was announced, sometimes more, sometimes something else; parcels repeat. */
    static void receive(Simulation s, int a, int b, int c) {
        ReturnId id = some(s, a, ReturnBook.Stage.APPROVED);
        s.ask(
                new ReceiveReturn(
                        id,
                        "parcel-" + c % 5,
                        List.of(new LineQuantity(line(s, id, b), 1 + c % 3)),
                        b % 7 == 0
                                ? List.of(new UnexpectedItem(null, Callers.item(b).sku(), 1, "odd"))
                                : List.of()));
    }

    static void inspect(Simulation s, int a, int b, int c) {
        ReturnId id = some(s, a, ReturnBook.Stage.APPROVED);
        List<Disposition> all = List.of(Disposition.values());
        Disposition first = all.get(c % all.size());
        var lines = new ArrayList<InspectedUnits>();
        lines.add(units(line(s, id, b), 1 + b % 2, first, c));
        if (b % 3 == 0) {
            lines.add(units(line(s, id, b), 1, all.get((c + 1) % all.size()), c));
        }
        s.ask(new InspectReturn(id, "inspection-" + b % 5, lines));
    }

    private static InspectedUnits units(LineId line, int quantity, Disposition end, int c) {
        boolean accepted =
                switch (end) {
                    case RESTOCK, RESTOCK_B_GRADE -> c % 30 != 0;
                    case QUARANTINE, SCRAP -> c % 2 == 0;
                    case SEND_BACK, MISSING -> c % 30 == 0;
                };
        return new InspectedUnits(
                line,
                quantity,
                end,
                accepted,
                c % 5 == 0 ? new Location("east") : null,
                c % 4 == 0 ? Shelves.lot(c).value() : null,
                c % 3 == 0 ? serials(quantity, c) : List.of(),
                null);
    }

    /** Whether they ever left or not. */
    private static List<String> serials(int units, int c) {
        return IntStream.range(0, units).mapToObj(i -> "S-" + (c + i) % 12).toList();
    }

    /** Calls it off, stops waiting, puts it away, or has another go at its money. */
    static void end(Simulation s, int a, int b, int c) {
        ReturnId id =
                some(
                        s,
                        a,
                        ReturnBook.Stage.REQUESTED,
                        ReturnBook.Stage.APPROVED,
                        ReturnBook.Stage.SETTLED);
        s.ask(
                switch (b % 4) {
                    case 0 -> new CancelReturn(id, "kept it after all");
                    case 1 -> new ExpireReturn(id, s.now());
                    case 2 -> new CloseReturn(id);
                    default -> new SettleReturn(id, c % 3 == 0 ? RefundTo.STORE_CREDIT : null);
                });
    }

    static void handOver(Simulation s, int a, int b, int c) {
        var asked =
                s.ledger().payments().stream()
                        .filter(MoneyBook::isOffline)
                        .flatMap(p ->
                                p.refundsUnderWay().stream()
                                        .map(o -> new ConfirmRefund(p.id, o, "receipt")))
                        .toList();
        if (!asked.isEmpty()) {
            s.ask(asked.get(a % asked.size()));
        }
    }

    static void grantCredit(Simulation s, int a, int b, int c) {
        s.ask(
                new GrantStoreCredit(
                        new StoreCreditId(
                                SimulatedShop.TENANT, Callers.EUR, new CustomerId("C-" + a % 3)),
                        "gift-" + b % 6,
                        Callers.eur("40.00"),
                        "sorry"));
    }

    /**
     * What only people, banks and clocks can do when nothing else goes on; and people hand refunds
     * over, and have another go at those that were refused.
     *
     * @return whether there was something to do
     */
    static boolean tidyUp(Simulation s) {
        int before = s.ledger().commands();
        ChangeDesk.tidyUp(s);
        while (s.ledger().payments().stream()
                .anyMatch(p -> p.isOffline() && !p.refundsUnderWay().isEmpty())) {
            handOver(s, 0, 0, 0);
        }
        s.ledger().returns().stream()
                .filter(ReturnBook::isOwing)
                .map(book -> new SettleReturn(book.id, null))
                .toList()
                .forEach(s::ask);
        return s.ledger().commands() > before;
    }

    private static ReturnId some(Simulation s, int n, ReturnBook.Stage... stages) {
        List<ReturnId> fitting =
                s.ledger().returns().stream()
                        .filter(book -> List.of(stages).contains(book.stage()))
                        .map(book -> book.id)
                        .toList();
        return fitting.isEmpty() || n % 9 == 0
                ? returnId(Callers.order(n), n)
                : fitting.get(n % fitting.size());
    }

    private static LineId line(Simulation s, ReturnId id, int n) {
        List<LineId> lines =
                s.ledger().returns().stream()
                        .filter(book -> book.id.equals(id))
                        .flatMap(book -> book.lines().stream())
                        .toList();
        return lines.isEmpty() ? Callers.line(1) : lines.get(n % lines.size());
    }

    /** Few for each order, so that requests repeat themselves. */
    private static ReturnId returnId(OrderId order, int n) {
        return ReturnId.of(
                UUID.nameUUIDFromBytes((order.value() + n % 5).getBytes(StandardCharsets.UTF_8)));
    }
}
