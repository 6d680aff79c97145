package io.daybook.domain.process;

import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.domain.shared.OrderId;
import java.util.Locale;

/** Names a process: its kind and the order that it is about. */
public record ProcessId(ProcessKind kind, OrderId orderId) {

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static ProcessId parse(String text) {
        for (ProcessKind kind : ProcessKind.values()) {
            String prefix = prefix(kind);
            if (text.startsWith(prefix)) {
                return new ProcessId(kind, new OrderId(text.substring(prefix.length())));
            }
        }
        throw new IllegalArgumentException(
                "must be 'fulfilment-' or 'cancellation-' followed by the id of an order");
    }

    private static String prefix(ProcessKind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + '-';
    }

    @Override
    @JsonValue
    public String toString() {
        return prefix(kind) + orderId;
    }
}
