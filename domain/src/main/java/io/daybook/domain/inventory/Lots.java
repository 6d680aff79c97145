package io.daybook.domain.inventory;

import io.daybook.domain.shared.PersistentMap;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lots of a stock item.
 *
 * @param all those that units are left of, the first to expire in front
 * @param expiries the last day of every lot that ever was here and has one
 */
record Lots(List<Lot> all, PersistentMap<LotNumber, LocalDate> expiries) {

    static final Lots NONE = new Lots(List.of());

    private static final Comparator<Lot> FIRST_EXPIRING =
            Comparator.comparing(
                            (Lot lot) -> lot.expiresOn() == null ? LocalDate.MAX : lot.expiresOn())
                    .thenComparing(Lot::lot);

    Lots {
        all = List.copyOf(all);
    }

    Lots(List<Lot> all) {
        this(all, PersistentMap.<LotNumber, LocalDate>empty());
    }

    /** When a lot expires that is or was here; empty when nobody told, or when it does not. */
    Optional<LocalDate> expiry(LotNumber lot) {
        return expiries.get(lot);
    }

    Optional<Lot> find(LotNumber number) {
        return all.stream().filter(lot -> lot.lot().equals(number)).findFirst();
    }

    Lots after(StockEvent event) {
        Lots lots = this;
        for (LotChange change : event.lotChanges()) {
            lots = lots.after(change);
        }
        return lots;
    }

    private Lots after(LotChange change) {
        var before =
                find(change.lot())
                        .orElseGet(
                                () -> Lot.of(change.lot(), change.expiresOn(), StockLevel.NOTHING));
        var level = before.level().plus(change.change());
        Stream<Lot> others = all.stream().filter(lot -> !lot.lot().equals(change.lot()));
        return level.equals(StockLevel.NOTHING)
                ? new Lots(others.toList(), known(change))
                : new Lots(
                        Stream.concat(
                                        others,
                                        Stream.of(Lot.of(before.lot(), before.expiresOn(), level)))
                                .sorted(FIRST_EXPIRING)
                                .toList(),
                        known(change));
    }

    private PersistentMap<LotNumber, LocalDate> known(LotChange change) {
        LocalDate expiresOn = change.expiresOn();
        return expiresOn == null || expiry(change.lot()).filter(expiresOn::equals).isPresent()
                ? expiries
                : expiries.with(change.lot(), expiresOn);
    }

    /** Units of lots that are fit to be sold, promised ones included. */
    long sellable() {
        return all.stream().mapToLong(lot -> lot.level().sellable()).sum();
    }

    /** Units that nobody is promised and nobody may be promised on that day. */
    long unusableOn(@Nullable LocalDate day) {
        return all.stream()
                .filter(lot -> !lot.isGoodOn(day))
                .mapToLong(lot -> lot.level().unpromised())
                .sum();
    }

    /** So many unpromised units, or as many as there are, the first to expire first. */
    List<LotUnits> firstExpiring(int quantity, @Nullable LocalDate day) {
        return all.isEmpty()
                ? List.of()
                : LotUnits.first(
                        all.stream()
                                .filter(lot -> lot.isGoodOn(day))
                                .map(lot ->
                                        new LotUnits(
                                                lot.lot(),
                                                lot.expiresOn(),
                                                Math.toIntExact(lot.level().unpromised())))
                                .toList(),
                        quantity);
    }

    /** As {@link #firstExpiring}, and what has expired after what has not. */
    List<LotUnits> anyUnits(int quantity, @Nullable LocalDate day) {
        var good = firstExpiring(quantity, day);
        int rest = quantity - LotUnits.sum(good);
        if (rest == 0 || all.isEmpty()) {
            return good;
        }
        var expired = new Lots(all.stream().filter(lot -> !lot.isGoodOn(day)).toList());
        return Stream.concat(good.stream(), expired.firstExpiring(rest, LocalDate.MIN).stream())
                .toList();
    }
}
