package io.daybook.domain.returns;

import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A parcel arrived.
 *
 * @param parcel tells it from other parcels
 * @param lines what was announced and was in it
 * @param unexpected what was in it beyond that
 * @param receivedSoFar announced units in all parcels up to now
 */
@Revision("1")
public record ReturnReceived(
        ReturnId returnId,
        OrderId orderId,
        String parcel,
        List<LineQuantity> lines,
        List<UnexpectedItem> unexpected,
        List<LineQuantity> receivedSoFar)
        implements ReturnEvent {

    public ReturnReceived {
        lines = List.copyOf(lines);
        unexpected = List.copyOf(unexpected);
        receivedSoFar = List.copyOf(receivedSoFar);
    }
}
