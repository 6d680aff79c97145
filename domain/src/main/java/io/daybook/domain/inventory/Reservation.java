package io.daybook.domain.inventory;

import java.util.HashSet;
import java.util.Set;

/**
 * A promise of units. It ends exactly once: released, or committed to the last unit. Ended
 * reservations are remembered so that a repeated command is recognised.
 *
 * @param open units still promised; 0 once ended
 * @param commitments the shipments that took units from it
 * @param reductions the occasions on which units were given back
 */
record Reservation(
        int quantity, int open, boolean released, Set<String> commitments, Set<String> reductions) {

    Reservation {
        commitments = Set.copyOf(commitments);
        reductions = Set.copyOf(reductions);
    }

    static Reservation of(int quantity) {
        return new Reservation(quantity, quantity, false, Set.of(), Set.of());
    }

    Reservation release() {
        return new Reservation(quantity, 0, true, commitments, reductions);
    }

    Reservation commit(int units, String commitment) {
        var all = new HashSet<>(commitments);
        all.add(commitment);
        return new Reservation(quantity, open - units, released, all, reductions);
    }

    /** Giving back the last open unit releases it. */
    Reservation reduce(int units, String reduction) {
        var all = new HashSet<>(reductions);
        all.add(reduction);
        return new Reservation(quantity, open - units, open == units, commitments, all);
    }

    boolean ended() {
        return open == 0;
    }
}
