package io.daybook.domain.process;

import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import java.util.Locale;

/**
 * Names a process.
 *
 * @param entity the id of the return for a settlement, else the id of the order
 */
public record ProcessId(ProcessKind kind, String entity) {

    /**
     * @throws IllegalArgumentException when the kind of process is not about such an entity
     */
    public ProcessId {
        switch (kind) {
            case FULFILMENT, CANCELLATION -> new OrderId(entity);
            case SETTLEMENT -> new ReturnId(entity);
        }
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static ProcessId parse(String text) {
        for (ProcessKind kind : ProcessKind.values()) {
            String prefix = prefix(kind);
            if (text.startsWith(prefix)) {
                return new ProcessId(kind, text.substring(prefix.length()));
            }
        }
        throw new IllegalArgumentException(
                "must be 'fulfilment-' or 'cancellation-' followed by the id of an order, or"
                        + " 'settlement-' followed by the id of a return");
    }

    private static String prefix(ProcessKind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + '-';
    }

    @Override
    @JsonValue
    public String toString() {
        return prefix(kind) + entity;
    }
}
