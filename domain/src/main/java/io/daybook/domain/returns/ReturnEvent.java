package io.daybook.domain.returns;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;

/** Everything that can have happened to a return. */
public sealed interface ReturnEvent
        permits ReturnRequested,
                ReturnApproved,
                ReplacementRequested,
                ReturnDeclined,
                ReturnReceived,
                ReturnInspected,
                ReturnUnitsLapsed,
                ReturnSettlementDue,
                ReturnSettlementPlanned,
                ReturnRefundMade,
                ReturnRefundFailed,
                ReturnSettled,
                ReturnCancelled,
                ReturnExpired,
                ReturnClosed {

    ReturnId returnId();

    OrderId orderId();
}
