package io.daybook.command.process;

import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.inventory.TransferConfirmed;
import io.daybook.domain.inventory.TransferDispatched;
import io.daybook.domain.inventory.TransferReceived;
import io.daybook.domain.shared.TransferId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The units that are between two shelves. */
final class TransferBook {

    private final Map<TransferId, Integer> sent = new LinkedHashMap<>();
    private final Set<TransferId> received = new HashSet<>();
    private final Set<TransferId> confirmed = new HashSet<>();
    private final Set<String> everSent = new HashSet<>();
    private String broken = "";

    String brokenLaw() {
        return broken;
    }

    /** Whether every shipment that was received is known to have been where it came from. */
    boolean isSettled() {
        return confirmed.equals(received);
    }

    void note(StockEvent event) {
        switch (event) {
            case TransferDispatched e -> {
                require(sent.put(e.transferId(), e.quantity()) == null, "sent twice", e);
                // One that is on its way may come in at its destination by another door.
                e.serials().forEach(unit -> everSent.add(unit(e, unit)));
            }
            case TransferReceived e -> {
                e.serials()
                        .forEach(unit ->
                                require(everSent.contains(unit(e, unit)), "was not sent", e));
                require(sent.containsKey(e.transferId()), "received and never sent", e);
                require(received.add(e.transferId()), "received twice", e);
            }
            case TransferConfirmed e -> {
                require(confirmed.add(e.transferId()), "confirmed twice", e);
                require(
                        e.received() + e.missing() == sent.getOrDefault(e.transferId(), 0),
                        "does not add up to what was sent",
                        e);
            }
            default -> {
                // Not on the way.
            }
        }
    }

    private static String unit(StockEvent event, SerialNumber serial) {
        return event.stockItemId().sku() + "/" + serial;
    }

    private void require(boolean holds, String law, StockEvent event) {
        if (!holds && broken.isEmpty()) {
            broken = law + ": " + event;
        }
    }
}
