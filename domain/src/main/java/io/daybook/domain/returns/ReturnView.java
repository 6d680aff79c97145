package io.daybook.domain.returns;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.RefundTo;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import io.daybook.domain.shared.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return as callers see it, folded from its events; the read models and time travel use this same
 * fold. Amounts are in {@link #currency}.
 *
 * @param outbound what is sent instead; empty when nothing is
 * @param replacementOrderId the order of it; {@code null} until the return is approved
 * @param statusReason why it was declined or cancelled; {@code null} otherwise
 * @param expiresAt until when the goods have to arrive; {@code null} when nobody waits for them
 * @param version the number of events behind this view
 */
public record ReturnView(
        ReturnId returnId,
        String rmaNumber,
        OrderId orderId,
        ReturnKind kind,
        ReturnStatus status,
        RefundTo refundTo,
        String currency,
        List<Line> lines,
        List<Parcel> parcels,
        List<Inspection> inspections,
        Fees fees,
        Refund refund,
        List<Payback> settlements,
        List<Outbound> outbound,
        @Nullable OrderId replacementOrderId,
        @Nullable String statusReason,
        @Nullable Instant expiresAt,
        Instant requestedAt,
        Instant updatedAt,
        long version) {

    /**
     * One line and what became of its units.
     *
     * @param paid what the customer paid for all of these units
     * @param outstanding units that are still to come
     * @param waived units that need not come back
     * @param lapsed units that were not sent in time
     * @param kept refused units that the customer does not get back
     */
    public record Line(
            LineId lineId,
            Sku sku,
            Location location,
            int quantity,
            String reason,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal paid,
            int outstanding,
            int received,
            int waived,
            int missing,
            int lapsed,
            int accepted,
            int kept,
            int sentBack) {}

    /** What arrived together. */
    public record Parcel(
            String parcel,
            List<LineQuantity> lines,
            List<UnexpectedItem> unexpected,
            Instant receivedAt) {
        public Parcel {
            lines = List.copyOf(lines);
            unexpected = List.copyOf(unexpected);
        }
    }

    /** What was judged together. */
    public record Inspection(
            String inspection, int settlement, List<InspectedUnits> lines, Instant inspectedAt) {
        public Inspection {
            lines = List.copyOf(lines);
        }
    }

    /** What is kept back from the refund. */
    public record Fees(
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal restocking,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal returnShipping) {}

    /**
     * The money so far.
     *
     * @param value what the customer paid for the accepted units
     * @param entitled what he gets of it: the value less the fees
     * @param refunded what went back
     * @param exchanged what paid for the goods that are sent instead
     * @param unpaid what no payment held: he owes that much less
     * @param open what is still to be paid
     */
    public record Refund(
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal value,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal entitled,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal refunded,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal exchanged,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unpaid,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal open) {}

    /** What is paid back after one inspection. */
    public record Payback(
            int number,
            int attempt,
            Settlement.Status status,
            RefundTo refundTo,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
            boolean planned,
            List<Step> steps,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unpaid) {
        public Payback {
            steps = List.copyOf(steps);
        }
    }

    /** One movement of money. */
    public record Step(
            String operationId,
            RefundStep.Target target,
            PaymentId paymentId,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
            Settlement.StepStatus status,
            @Nullable String reason) {}

    /** Goods that are sent instead. */
    public record Outbound(
            Sku sku,
            @Nullable String name,
            int quantity,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unitPrice,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal total,
            Location location) {}

    public ReturnView {
        lines = List.copyOf(lines);
        parcels = List.copyOf(parcels);
        inspections = List.copyOf(inspections);
        settlements = List.copyOf(settlements);
        outbound = List.copyOf(outbound);
    }

    /** Applies one event; {@code before} is {@code null} for the first, which is the request. */
    public static ReturnView evolve(
            @Nullable ReturnView before, ReturnEvent event, Instant recordedAt) {
        return ReturnFold.evolve(before, event, recordedAt);
    }
}
