package io.daybook.domain.returns;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.ReturnId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Agrees to a return. A claim is paid right away, since nothing comes back.
 *
 * @param restockingFee kept back from the refund; 0 for none
 * @param returnShippingFee kept back from the refund; 0 for none
 * @param expiresAt until when the goods have to arrive; {@code null} for ever
 */
public record ApproveReturn(
        ReturnId returnId,
        Money restockingFee,
        Money returnShippingFee,
        @Nullable Instant expiresAt)
        implements ReturnCommand {}
