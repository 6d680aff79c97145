package io.daybook.domain.returns;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.RefundTo;
import io.daybook.domain.shared.ReturnId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Money has to go back; how is planned next.
 *
 * @param attempt from 1; higher when somebody has it tried again
 * @param amount what is open of the settlement; may be 0
 * @param forReplacement how much of it pays for goods that are sent instead, if they are sent
 * @param replacementId the order of those goods; {@code null} when there are none
 */
@Revision("1")
public record ReturnSettlementDue(
        ReturnId returnId,
        OrderId orderId,
        int settlement,
        int attempt,
        RefundTo refundTo,
        Money amount,
        Money forReplacement,
        @Nullable OrderId replacementId)
        implements ReturnEvent {}
