package io.daybook.domain.returns;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The shop takes the goods back; of a claim it pays for them right away.
 *
 * @param restockingFee kept back for the work
 * @param returnShippingFee kept back for the way
 * @param expiresAt until when the goods have to arrive; {@code null} when nobody waits for them
 */
@Revision("1")
public record ReturnApproved(
        ReturnId returnId,
        OrderId orderId,
        Money restockingFee,
        Money returnShippingFee,
        @Nullable Instant expiresAt)
        implements ReturnEvent {}
