package io.daybook.load.jmh;

import io.daybook.domain.inventory.ReserveStock;
import io.daybook.domain.inventory.StockItemRegistered;
import io.daybook.domain.inventory.StockReceived;
import io.daybook.domain.inventory.StockReserved;
import io.daybook.domain.inventory.StockState;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A stock item with open reservations, and what may come next to it. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls the method that fills the fields
public class Stock {

    private static final StockItemId ID =
            new StockItemId(new TenantId("demo"), new Location("main"), new Sku("SKU-0001"));

    /** Each call takes the next of these: a single one would flatter the processor's guesses. */
    private static final int TURNS = 256;

    @Param({"0", "100", "10000"})
    public int openReservations;

    private StockState state;
    private ReserveStock[] commands;
    private StockReserved[] reserved;
    private int turn;

    @Setup(Level.Trial)
    public void fill() {
        var chance = new Random(1);
        state =
                StockState.initial()
                        .evolve(new StockItemRegistered(ID))
                        .evolve(new StockReceived(ID, 1_000_000, "delivery"));
        for (ReservationId id : ids(chance, 0, openReservations)) {
            state = state.evolve(reserved(id));
        }
        commands = new ReserveStock[TURNS];
        reserved = new StockReserved[TURNS];
        var fresh = ids(chance, openReservations, TURNS);
        for (int i = 0; i < TURNS; i++) {
            commands[i] = new ReserveStock(ID, fresh[i], 2, Cart.ID.value());
            reserved[i] = reserved(fresh[i]);
        }
    }

    static StockReserved reserved() {
        return reserved(ids(new Random(1), 0, 1)[0]);
    }

    StockState state() {
        return state;
    }

    ReserveStock command() {
        return commands[next()];
    }

    StockReserved event() {
        return reserved[next()];
    }

    private int next() {
        turn = (turn + 1) & (TURNS - 1);
        return turn;
    }

    private static StockReserved reserved(ReservationId id) {
        return new StockReserved(ID, id, 2, Cart.ID.value());
    }

    /** Ids as the program makes them: a time in front, chance behind. */
    private static ReservationId[] ids(Random chance, int after, int count) {
        return LongStream.range(after, after + count)
                .mapToObj(i ->
                        new UUID(
                                (1_790_000_000_000L + 5 * i) << 16
                                        | 0x7000L
                                        | chance.nextInt(0x1000),
                                chance.nextLong() >>> 2 | Long.MIN_VALUE))
                .map(ReservationId::of)
                .toArray(ReservationId[]::new);
    }
}
