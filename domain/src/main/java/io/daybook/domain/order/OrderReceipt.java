package io.daybook.domain.order;

import io.daybook.domain.message.Receipt;
import io.daybook.domain.shared.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * What a caller learns of an order after a command.
 *
 * @param change the preview of the open change; {@code null} for none
 */
public record OrderReceipt(OrderId orderId, OrderStatus status, @Nullable ChangePreview change)
        implements Receipt {

    public static OrderReceipt of(OrderState.Placed order) {
        return new OrderReceipt(
                order.id(), order.status(), ChangeDecisions.preview(order).orElse(null));
    }
}
