package io.daybook.domain.returns;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import org.axonframework.serialization.Revision;

/** A step of a settlement was refused; somebody has to decide how to go on. */
@Revision("1")
public record ReturnRefundFailed(
        ReturnId returnId,
        OrderId orderId,
        int settlement,
        String operationId,
        Money amount,
        String reason)
        implements ReturnEvent {}
