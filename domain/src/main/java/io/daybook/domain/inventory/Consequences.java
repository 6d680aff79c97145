package io.daybook.domain.inventory;

import static io.daybook.domain.shared.Decision.acceptedAll;

import io.daybook.domain.inventory.StockState.Registered;
import io.daybook.domain.shared.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows from a change of a stock item by itself, in the same append. */
final class Consequences {

    private Consequences() {}

    static Decision<StockEvent, StockRejection> of(
            Registered item,
            Decision<StockEvent, StockRejection> decision,
            @Nullable LocalDate today) {
        return switch (decision) {
            case Decision.Refused<StockEvent, StockRejection> no -> no;
            case Decision.Accepted<StockEvent, StockRejection>(var events) -> {
                var more = new ArrayList<StockEvent>(0);
                fill(item, events, today, more);
                signal(item, events, more);
                if (more.isEmpty()) {
                    yield decision;
                }
                more.addAll(0, events);
                yield acceptedAll(more);
            }
        };
    }

    /** Units that became free go to the oldest backorders; not those of lots that have expired. */
    private static void fill(
            Registered item,
            List<StockEvent> events,
            @Nullable LocalDate today,
            List<StockEvent> consequences) {
        if (item.book().shortage() == 0) {
            return;
        }
        StockState state = item;
        for (StockEvent event : events) {
            state = state.evolve(event);
        }
        var after = (Registered) state;
        long shortage = after.book().shortage();
        long free = Math.min(ReservationRules.promisable(after, today) + shortage, shortage);
        if (free > 0) {
            consequences.add(new BackordersFilled(item.id(), after.book().fills(free)));
        }
    }

    private static void signal(
            Registered item, List<StockEvent> events, List<StockEvent> consequences) {
        StockLevel level = item.level();
        StockPolicy policy = item.policy();
        for (StockEvent event : events) {
            var movement = event.movement();
            if (movement.isPresent()) {
                level = level.plus(movement.get().change());
            }
            if (event instanceof ReorderPolicySet changed) {
                policy = StockPolicy.of(changed);
            }
        }
        long before = item.available();
        long after = policy.available(level);
        if (policy.isBelowReorderPoint(after) && !item.policy().isBelowReorderPoint(before)) {
            consequences.add(new ReorderPointReached(item.id(), after, policy.reorderPoint()));
        }
        if (after <= 0 && before > 0) {
            consequences.add(new StockRanOut(item.id()));
        }
        if (after > 0 && item.ranOut()) {
            consequences.add(new StockReplenished(item.id(), after));
        }
    }
}
