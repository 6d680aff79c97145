package io.daybook.query.process;

import io.daybook.domain.order.OrderStatus;
import io.daybook.domain.process.ProcessId;
import io.daybook.domain.process.ProcessKind;
import io.daybook.domain.process.ProcessStatus;
import io.daybook.domain.process.ProcessView;
import io.daybook.domain.process.WaitsFor;
import io.daybook.domain.shared.OrderId;
import io.daybook.query.read.Row;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How far the process of an order is, read off the order. */
record OrderProcess(OrderStatus order, JsonNode document, Row row) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final Set<OrderStatus> CANCELLED =
            EnumSet.of(OrderStatus.CANCELLING, OrderStatus.CANCELLED);

    static OrderProcess of(Row row) {
        return new OrderProcess(
                OrderStatus.valueOf(row.text("status")), JSON.readTree(row.text("document")), row);
    }

    /** The statuses of orders on which a process of this kind goes on. */
    static Set<OrderStatus> running(ProcessKind kind) {
        return switch (kind) {
            case FULFILMENT ->
                    EnumSet.of(
                            OrderStatus.PLACED, OrderStatus.CONFIRMED, OrderStatus.IN_FULFILMENT);
            case CANCELLATION -> EnumSet.of(OrderStatus.CANCELLING);
            case SETTLEMENT -> EnumSet.noneOf(OrderStatus.class);
        };
    }

    /** The statuses of orders whose parked reactions belong to a process of this kind. */
    static Set<OrderStatus> stuck(ProcessKind kind) {
        return switch (kind) {
            case FULFILMENT -> EnumSet.complementOf(EnumSet.copyOf(CANCELLED));
            case CANCELLATION -> CANCELLED;
            case SETTLEMENT -> EnumSet.noneOf(OrderStatus.class);
        };
    }

    /** The process that the order is in. */
    ProcessKind kind() {
        return CANCELLED.contains(order) ? ProcessKind.CANCELLATION : ProcessKind.FULFILMENT;
    }

    ProcessView view(ProcessKind kind) {
        boolean present = kind == kind();
        long parked = present ? row.number("parked") : 0;
        boolean running = present && running(kind).contains(order);
        ProcessStatus status =
                parked > 0
                        ? ProcessStatus.STUCK
                        : running ? ProcessStatus.RUNNING : ProcessStatus.ENDED;
        OrderId orderId = new OrderId(row.text("order_id"));
        return new ProcessView(
                new ProcessId(kind, orderId.value()),
                kind,
                orderId,
                null,
                status,
                waitsFor(status),
                startedAt(kind),
                row.instant("updated_at"),
                status == ProcessStatus.ENDED ? null : row.optionalInstant("due_at"),
                parked > 0 ? row.optionalText("reason") : null,
                parked,
                parked > 0 ? parse(row.optionalText("tried_at")) : null);
    }

    private Instant startedAt(ProcessKind kind) {
        Instant cancelled = parse(row.optionalText("cancelled_at"));
        return kind == ProcessKind.CANCELLATION && cancelled != null
                ? cancelled
                : row.instant("started_at");
    }

    private @Nullable WaitsFor waitsFor(ProcessStatus status) {
        return switch (status) {
            case ENDED -> null;
            case STUCK -> WaitsFor.RETRY;
            case RUNNING -> waitsFor();
        };
    }

    private WaitsFor waitsFor() {
        int reserved = units(line -> line.path("reserved").asInt());
        if (order == OrderStatus.CANCELLING) {
            return reserved > 0 ? WaitsFor.STOCK_RELEASE : WaitsFor.MONEY_BACK;
        }
        if (order == OrderStatus.PLACED && reserved == 0) {
            return WaitsFor.STOCK;
        }
        if (!document.path("holds").isEmpty()) {
            return WaitsFor.HOLD_RELEASE;
        }
        if (order == OrderStatus.PLACED) {
            return WaitsFor.PAYMENT;
        }
        return units(OrderProcess::open) > 0 ? WaitsFor.SHIPMENT : WaitsFor.DELIVERY;
    }

    private static int open(JsonNode line) {
        return line.path("quantity").asInt()
                - line.path("cancelled").asInt()
                - line.path("shipped").asInt();
    }

    private int units(ToIntFunction<JsonNode> ofLine) {
        return StreamSupport.stream(document.path("lines").spliterator(), false)
                .mapToInt(ofLine)
                .sum();
    }

    private static @Nullable Instant parse(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
