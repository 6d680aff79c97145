package io.daybook.domain.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifier of a payment. */
public record PaymentId(@JsonValue String value) {

    private static final String PREFIX = "pay_";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PaymentId {
        TypedUuid.require(PREFIX, value);
    }

    public static PaymentId of(UUID uuid) {
        return new PaymentId(PREFIX + uuid);
    }

    /**
     * The payment that the fulfilment of an order asks for: the same id however often the step is
     * repeated.
     */
    public static PaymentId forOrder(OrderId orderId) {
        return new PaymentId(TypedUuid.derive(PREFIX, orderId.value(), "payment"));
    }

    /** What returned goods pay of the order of the goods that are sent instead. */
    public static PaymentId forExchange(OrderId replacement, String operationId) {
        return new PaymentId(TypedUuid.derive(PREFIX, replacement.value(), operationId));
    }

    /** The payment that a staged change asks for. */
    public static PaymentId forChange(ChangeId changeId) {
        return new PaymentId(TypedUuid.derive(PREFIX, changeId.value(), "payment"));
    }

    /** The bare value: Axon stores this text as the aggregate's identifier. */
    @Override
    public String toString() {
        return value;
    }
}
