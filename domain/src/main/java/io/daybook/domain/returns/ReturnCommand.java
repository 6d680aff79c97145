package io.daybook.domain.returns;

import io.daybook.domain.shared.ReturnId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Everything a caller or a process can ask of a return. The permits list is the table of contents.
 */
public sealed interface ReturnCommand
        permits RequestReturn,
                ApproveReturn,
                DeclineReturn,
                ReceiveReturn,
                InspectReturn,
                PlanSettlement,
                RecordRefund,
                SettleReturn,
                CancelReturn,
                CloseReturn,
                ExpireReturn {

    @TargetAggregateIdentifier
    ReturnId returnId();
}
