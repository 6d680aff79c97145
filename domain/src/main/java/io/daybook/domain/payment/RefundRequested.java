package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The intent to refund is stored; the provider is asked next.
 *
 * @param also the other steps of the same refund, on other payments of the order; they are asked
 *     for next
 * @param route {@code null} in events of versions that did not write it down
 */
@Revision("1")
public record RefundRequested(
        PaymentId paymentId,
        OrderId orderId,
        String operationId,
        Money amount,
        String reason,
        List<RefundStep> also,
        @Nullable PaymentRoute route)
        implements PaymentEvent {

    @SuppressWarnings("ConstantValue") // absent in events of earlier versions
    public RefundRequested {
        also = also == null ? List.of() : List.copyOf(also);
    }
}
