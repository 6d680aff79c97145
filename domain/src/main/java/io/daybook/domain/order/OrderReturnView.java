package io.daybook.domain.order;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return, an exchange or a claim, as far as the order counts it.
 *
 * @param lines the units that it is about
 * @param received what of them has come back
 * @param returned what it ended with; {@code null} while it is under way
 * @param refundGranted what the customer need not pay because of it
 */
public record OrderReturnView(
        ReturnId returnId,
        ReturnKind kind,
        Progress status,
        List<LineQuantity> lines,
        List<LineQuantity> received,
        @Nullable List<LineQuantity> returned,
        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal refundGranted,
        Instant openedAt) {

    /** Units asked for that are not back yet. */
    int requested(LineId lineId) {
        return returned == null
                ? LineQuantity.of(lineId, lines) - LineQuantity.of(lineId, received)
                : 0;
    }

    /** Units that came back; with a claim none do. */
    int back(LineId lineId) {
        if (kind == ReturnKind.CLAIM) {
            return 0;
        }
        return LineQuantity.of(lineId, returned == null ? received : returned);
    }

    OrderReturnView received(List<LineQuantity> now) {
        return new OrderReturnView(
                returnId, kind, Progress.RECEIVED, lines, now, returned, refundGranted, openedAt);
    }

    OrderReturnView ended(List<LineQuantity> with) {
        return new OrderReturnView(
                returnId, kind, Progress.ENDED, lines, received, with, refundGranted, openedAt);
    }

    OrderReturnView granted(BigDecimal amount) {
        return new OrderReturnView(
                returnId, kind, status, lines, received, returned, amount, openedAt);
    }

    /** How far a return got. */
    public enum Progress {
        OPENED,
        RECEIVED,
        ENDED
    }

    static OrderReturnView of(ReturnOpened event, Instant openedAt) {
        return new OrderReturnView(
                event.returnId(),
                event.kind(),
                Progress.OPENED,
                event.lines().stream()
                        .map(line -> new LineQuantity(line.lineId(), line.quantity()))
                        .toList(),
                List.of(),
                null,
                null,
                openedAt);
    }
}
