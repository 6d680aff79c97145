package io.daybook.domain.order;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A staged change.
 *
 * @param version of the order that the amounts were computed on
 * @param toAuthorise what the payments did not cover
 * @param toRefund what was captured beyond the new total
 * @param failure why stock or payment refused it
 */
public record ChangeView(
        ChangeId changeId,
        ChangeStatus status,
        List<Line> lines,
        long version,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal totalBefore,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal totalAfter,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal toAuthorise,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal toRefund,
        @Nullable String reason,
        @Nullable String failure,
        Instant proposedAt,
        @Nullable Instant endedAt) {

    ChangeView now(ChangeStatus how, @Nullable String why, @Nullable Instant when) {
        return new ChangeView(
                changeId,
                how,
                lines,
                version,
                totalBefore,
                totalAfter,
                toAuthorise,
                toRefund,
                reason,
                why,
                proposedAt,
                when);
    }

    boolean open() {
        return status == ChangeStatus.PROPOSED || status == ChangeStatus.APPLYING;
    }

    /**
     * One line of a change.
     *
     * @param quantityBefore 0 for a line that is added
     * @param quantity 0 for a line that is removed
     */
    public record Line(
            LineId lineId,
            Sku sku,
            int quantityBefore,
            int quantity,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal unitPriceBefore,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal unitPrice,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal discountBefore,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal discount) {

        static Line of(LineChange change) {
            OrderLine before = change.before();
            OrderLine after = change.after();
            OrderLine either = after == null ? before : after;
            if (either == null) {
                throw new IllegalStateException("a change has a line before or after");
            }
            return new Line(
                    change.lineId(),
                    either.sku(),
                    before == null ? 0 : before.quantity(),
                    after == null ? 0 : after.quantity(),
                    before == null ? null : before.unitPrice().amount(),
                    after == null ? null : after.unitPrice().amount(),
                    before == null ? null : before.discount().amount(),
                    after == null ? null : after.discount().amount());
        }
    }

    static ChangeView of(ChangeProposed event, Instant proposedAt) {
        ChangePreview preview = event.preview();
        return new ChangeView(
                event.changeId(),
                ChangeStatus.PROPOSED,
                event.lines().stream().map(Line::of).toList(),
                preview.version(),
                preview.totalBefore().amount(),
                preview.totalAfter().amount(),
                preview.toAuthorise().amount(),
                preview.toRefund().amount(),
                event.reason(),
                null,
                proposedAt,
                null);
    }
}
