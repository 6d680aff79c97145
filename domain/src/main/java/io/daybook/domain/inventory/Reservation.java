package io.daybook.domain.inventory;

import java.util.HashSet;
import java.util.Set;

/**
 * A promise of units. It ends exactly once: released, or committed to the last unit. Ended
 * reservations are remembered so that a repeated command is recognised.
 *
 * @param open units still promised; 0 once ended
 * @param commitments the shipments that took units from it
 */
record Reservation(int quantity, int open, boolean released, Set<String> commitments) {

    Reservation {
        commitments = Set.copyOf(commitments);
    }

    static Reservation of(int quantity) {
        return new Reservation(quantity, quantity, false, Set.of());
    }

    Reservation release() {
        return new Reservation(quantity, 0, true, commitments);
    }

    Reservation commit(int units, String commitment) {
        var all = new HashSet<>(commitments);
        all.add(commitment);
        return new Reservation(quantity, open - units, released, all);
    }

    boolean ended() {
        return open == 0;
    }
}
