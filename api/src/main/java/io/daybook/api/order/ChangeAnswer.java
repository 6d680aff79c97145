package io.daybook.api.order;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.daybook.api.exchange.Outcome;
import io.daybook.domain.order.ChangePreview;
import io.daybook.domain.order.OrderReceipt;
import io.daybook.domain.shared.ChangeId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a proposed change.
 *
 * @param preview what applying it would do to the money; {@code null} when it has ended since
 */
record ChangeAnswer(
        String changeId, String orderId, String status, long version, @Nullable Preview preview) {

    /**
     * Amounts in the currency of the order.
     *
     * @param version of the order that this was computed on; applying the change needs it
     */
    record Preview(
            long version,
            String currency,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal totalBefore,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal totalAfter,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal toAuthorise,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal toRefund) {

        static Preview of(ChangePreview preview) {
            return new Preview(
                    preview.version(),
                    preview.totalAfter().currency().getCurrencyCode(),
                    preview.totalBefore().amount(),
                    preview.totalAfter().amount(),
                    preview.toAuthorise().amount(),
                    preview.toRefund().amount());
        }
    }

    static ChangeAnswer of(ChangeId changeId, Outcome outcome) {
        OrderReceipt receipt = (OrderReceipt) outcome.receipt();
        ChangePreview preview = receipt.change();
        return new ChangeAnswer(
                changeId.value(),
                receipt.orderId().value(),
                receipt.status().name(),
                outcome.version(),
                preview == null ? null : Preview.of(preview));
    }
}
