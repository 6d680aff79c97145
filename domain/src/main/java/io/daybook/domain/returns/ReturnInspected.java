package io.daybook.domain.returns;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Somebody looked at units and decided what becomes of them.
 *
 * @param inspection tells it from other inspections
 * @param settlement the settlement that follows
 * @param restocks what goes back into the stock because of it
 */
@Revision("1")
public record ReturnInspected(
        ReturnId returnId,
        OrderId orderId,
        String inspection,
        int settlement,
        List<InspectedUnits> lines,
        List<Restock> restocks)
        implements ReturnEvent {

    public ReturnInspected {
        lines = List.copyOf(lines);
        restocks = List.copyOf(restocks);
    }
}
