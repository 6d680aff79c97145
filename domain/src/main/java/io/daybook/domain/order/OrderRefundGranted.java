package io.daybook.domain.order;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What the customer owes less because of a return.
 *
 * @param amount in all for this return
 * @param asOf the version of the return that says so; {@code null} in those of before it was told
 */
@Revision("1")
public record OrderRefundGranted(
        OrderId orderId, ReturnId returnId, Money amount, @Nullable Long asOf)
        implements OrderEvent {

    /** Whether what that version of the return says is known already. */
    boolean covers(long version) {
        return asOf != null && version <= asOf;
    }
}
