package io.daybook.command.process;

import static io.daybook.command.process.Callers.item;
import static io.daybook.command.process.Callers.line;
import static io.daybook.command.process.Callers.order;
import static io.daybook.command.process.Callers.uuid;

import io.daybook.domain.inventory.AdjustStock;
import io.daybook.domain.inventory.Bucket;
import io.daybook.domain.inventory.CommitReservation;
import io.daybook.domain.inventory.CountStock;
import io.daybook.domain.inventory.DiscrepancyResolution;
import io.daybook.domain.inventory.ExpireReservation;
import io.daybook.domain.inventory.LotNumber;
import io.daybook.domain.inventory.MoveToBucket;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.ReceiveTransfer;
import io.daybook.domain.inventory.ReduceReservation;
import io.daybook.domain.inventory.ReleaseReservation;
import io.daybook.domain.inventory.ReserveStock;
import io.daybook.domain.inventory.ResolveTransfer;
import io.daybook.domain.inventory.RestoreFromBucket;
import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.inventory.SetReorderPolicy;
import io.daybook.domain.inventory.TransferStock;
import io.daybook.domain.inventory.WriteOffStock;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TransferId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What people do on shelves: few of them, and few ids. */
final class Shelves {

    private Shelves() {}

    static void receive(Simulation s, int a, int b, int c) {
        s.ask(
                switch (c % 7) {
                    case 0 -> ofLot(s, item(a), b, c);
                    case 1 -> withSerials(item(a), b);
                    default -> new ReceiveStock(item(a), 1 + b % 30, null, null, null, List.of());
                });
    }

    /** One that does not expire, one that does not expire yet, and one that has expired. */
    private static ReceiveStock ofLot(Simulation s, StockItemId item, int b, int c) {
        LocalDate day = LocalDate.ofInstant(s.start(), ZoneOffset.UTC);
        LocalDate expiresOn =
                switch (b % 3) {
                    case 0 -> null;
                    case 1 -> day.plusDays(2);
                    default -> day.minusDays(2);
                };
        return new ReceiveStock(item, 1 + c % 9, null, lot(b), expiresOn, List.of());
    }

    static LotNumber lot(int b) {
        return new LotNumber("L-" + b % 3);
    }

    private static ReceiveStock withSerials(StockItemId item, int b) {
        int units = 1 + b % 3;
        List<SerialNumber> serials =
                IntStream.range(0, units)
                        .mapToObj(i -> new SerialNumber("S-" + (b + i) % 12))
                        .toList();
        return new ReceiveStock(item, units, null, null, null, serials);
    }

    /**
     * The units that stand first in a shelf's list, when they are to be named and there are enough.
     */
    static List<SerialNumber> named(Simulation s, StockItemId item, int units, boolean wanted) {
        var here = s.ledger().shelf(item).lots().serials();
        return wanted && here.size() >= units ? here.stream().limit(units).toList() : List.of();
    }

    private static @Nullable LotNumber sometimes(int b) {
        return b % 3 == 0 ? lot(b / 3) : null;
    }

    static void adjust(Simulation s, int a, int b, int c) {
        s.ask(
                new AdjustStock(
                        item(a),
                        b % 2 == 0 ? -1 - c % 4 : 1 + c % 4,
                        "found or lost",
                        sometimes(c)));
    }

    static void count(Simulation s, int a, int b, int c) {
        s.ask(new CountStock(item(a), b % 12, c % 2 == 0 ? null : c % 12, "counted"));
    }

    static void setPolicy(Simulation s, int a, int b, int c) {
        s.ask(new SetReorderPolicy(item(a), b % 5, b % 3 == 0 ? 1 : 0, c % 3, null));
    }

    static void reserve(Simulation s, int a, int b, int c) {
        s.ask(
                new ReserveStock(
                        item(a),
                        ReservationId.of(uuid(b % 4)),
                        1 + c % 3,
                        null,
                        s.start().plus(Duration.ofMinutes(5)),
                        s.start()));
    }

    /** One of somebody's own, or now and then one that belongs to an order. */
    static void endReservation(Simulation s, int a, int b, int c) {
        StockItemId item = item(a);
        ReservationId id = ReservationId.of(uuid(b % 4));
        if (c % 4 == 0) {
            id = ofOrder(s, order(b), c);
            s.reservationsByHand().add(id);
        }
        s.ask(
                switch (b % 3) {
                    case 0 -> new ReleaseReservation(item, id, null);
                    case 1 -> new ReduceReservation(item, id, 1 + c % 2, "r" + c % 3);
                    default -> new CommitReservation(item, id, 1 + c % 2, "c" + c % 3);
                });
    }

    private static ReservationId ofOrder(Simulation s, OrderId order, int c) {
        List<OrderLine> lines = s.ledger().order(order).lines();
        if (lines.isEmpty()) {
            return ReservationId.forLine(order, line(1 + c % 3).value());
        }
        return s.ledger().order(order).tried(lines.get(c % lines.size())).getLast().reservationId();
    }

    static void expire(Simulation s, int a, int b, int c) {
        s.ask(new ExpireReservation(item(a), ReservationId.of(uuid(b % 4)), s.now()));
    }

    static void setAside(Simulation s, int a, int b, int c) {
        Bucket bucket = c % 2 == 0 ? Bucket.DAMAGED : Bucket.QUARANTINE;
        int units = 1 + b % 3;
        s.ask(
                switch (a % 4) {
                    case 0 -> new RestoreFromBucket(item(b), bucket, units, "fine", sometimes(c));
                    case 1 ->
                            new WriteOffStock(
                                    item(b),
                                    units,
                                    "broken",
                                    c % 3 == 0 ? null : bucket,
                                    sometimes(c),
                                    named(s, item(b), units, c % 4 == 0));
                    default -> new MoveToBucket(item(b), bucket, units, "looks bad", sometimes(c));
                });
    }

    static void transfer(Simulation s, int a, int b, int c) {
        StockItemId item = item(a);
        String from = item.location().value();
        s.ask(
                new TransferStock(
                        item,
                        transfer(item, from, b),
                        new Location(other(item)),
                        1 + c % 3,
                        s.now(),
                        named(s, item, 1 + c % 3, b % 2 == 0)));
    }

    static void receiveTransfer(Simulation s, int a, int b, int c) {
        StockItemId item = item(a);
        s.ask(
                c % 4 == 0
                        ? new ResolveTransfer(
                                item,
                                transfer(item, item.location().value(), b),
                                c % 8 == 0
                                        ? DiscrepancyResolution.WRITTEN_OFF
                                        : DiscrepancyResolution.CORRECTED_AT_SOURCE,
                                "counted again")
                        : new ReceiveTransfer(
                                item,
                                transfer(item, other(item), b),
                                c % 4,
                                "as it came",
                                List.of()));
    }

    /** Somebody who sends gives a transfer an id that nobody else gives. */
    private static TransferId transfer(StockItemId item, String from, int n) {
        int shelf = (from.equals("east") ? 2 : 0) + (item.sku().value().equals("TEA") ? 1 : 0);
        return TransferId.of(uuid(10 * shelf + n % 6));
    }

    private static String other(StockItemId item) {
        return item.location().value().equals("east") ? "main" : "east";
    }
}
