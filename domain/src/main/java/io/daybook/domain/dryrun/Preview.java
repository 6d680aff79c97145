package io.daybook.domain.dryrun;

import java.util.List;

/**
 * An entity after an intent, and which of its figures the intent changes.
 *
 * @param state the view of the entity as JSON
 */
public record Preview(String state, List<MoneyDelta> money, List<UnitDelta> stock) {
    public Preview {
        money = List.copyOf(money);
        stock = List.copyOf(stock);
    }
}
