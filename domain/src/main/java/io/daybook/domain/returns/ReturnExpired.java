package io.daybook.domain.returns;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Nothing was sent back in time.
 *
 * @param replacementId the order of the goods that were to be sent; {@code null} when there was
 *     none
 */
@Revision("1")
public record ReturnExpired(ReturnId returnId, OrderId orderId, @Nullable OrderId replacementId)
        implements ReturnEvent {}
