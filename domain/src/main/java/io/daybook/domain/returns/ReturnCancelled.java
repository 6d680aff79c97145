package io.daybook.domain.returns;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The return was called off before anything was judged.
 *
 * @param replacementId the order of the goods that were to be sent; {@code null} when there was
 *     none
 */
@Revision("1")
public record ReturnCancelled(
        ReturnId returnId, OrderId orderId, String reason, @Nullable OrderId replacementId)
        implements ReturnEvent {}
