package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Units of one lot.
 *
 * @param expiresOn the last day on which they may be sold; {@code null} when they keep for ever
 */
public record LotUnits(
        LotNumber lot,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate expiresOn,
        int quantity) {

    static int sum(List<LotUnits> lots) {
        return lots.stream().mapToInt(LotUnits::quantity).sum();
    }

    /** The first units, so many of them. */
    static List<LotUnits> first(List<LotUnits> lots, int quantity) {
        var taken = new ArrayList<LotUnits>();
        int rest = quantity;
        for (LotUnits units : lots) {
            int part = Math.min(rest, units.quantity);
            if (part > 0) {
                taken.add(new LotUnits(units.lot, units.expiresOn, part));
                rest -= part;
            }
        }
        return List.copyOf(taken);
    }

    /** What is left when these are gone. */
    static List<LotUnits> without(List<LotUnits> lots, List<LotUnits> gone) {
        var left = new ArrayList<LotUnits>();
        for (LotUnits units : lots) {
            int taken = sum(gone.stream().filter(each -> each.lot.equals(units.lot)).toList());
            if (units.quantity > taken) {
                left.add(new LotUnits(units.lot, units.expiresOn, units.quantity - taken));
            }
        }
        return List.copyOf(left);
    }

    static List<LotChange> changes(List<LotUnits> lots, LongFunction<StockLevel> change) {
        return lots.stream()
                .map(units ->
                        new LotChange(units.lot, units.expiresOn, change.apply(units.quantity)))
                .toList();
    }
}
