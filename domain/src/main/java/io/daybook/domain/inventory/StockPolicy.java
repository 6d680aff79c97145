package io.daybook.domain.inventory;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a stock item.
 *
 * @param reorderPoint reorder when fewer units than this are available; 0 for never
 * @param safetyStock units on hand that are never sold
 * @param backorderLimit how far {@code available} may go below zero
 * @param backorderDays after how many days backordered units are promised; {@code null} for no
 *     promise
 */
record StockPolicy(
        int reorderPoint, int safetyStock, int backorderLimit, @Nullable Integer backorderDays) {

    static final StockPolicy NONE = new StockPolicy(0, 0, 0, null);

    static StockPolicy of(ReorderPolicySet event) {
        return new StockPolicy(
                event.reorderPoint(),
                event.safetyStock(),
                event.backorderLimit(),
                event.backorderDays());
    }

    StockPolicy with(SetReorderPolicy command) {
        return new StockPolicy(
                Objects.requireNonNullElse(command.reorderPoint(), reorderPoint),
                Objects.requireNonNullElse(command.safetyStock(), safetyStock),
                Objects.requireNonNullElse(command.backorderLimit(), backorderLimit),
                command.backorderDays() == null ? backorderDays : command.backorderDays());
    }

    long available(StockLevel level) {
        return level.unpromised() - safetyStock;
    }

    boolean isBelowReorderPoint(long available) {
        return reorderPoint > 0 && available < reorderPoint;
    }

    @Nullable LocalDate promisedOn(@Nullable LocalDate today) {
        return today == null || backorderDays == null ? null : today.plusDays(backorderDays);
    }
}
