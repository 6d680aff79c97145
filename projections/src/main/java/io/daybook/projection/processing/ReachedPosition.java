package io.daybook.projection.processing;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/**
 * How far all segments of a projection have come.
 *
 * @param index up to where all have read
 * @param gaps positions below that had no event yet when they were passed: their transactions are
 *     open or were rolled back
 */
record ReachedPosition(long index, Set<Long> gaps) {

    static final ReachedPosition NOTHING = new ReachedPosition(0, Set.of());

    static ReachedPosition of(Collection<? extends @Nullable TrackingToken> tokens) {
        var index = Long.MAX_VALUE;
        var gaps = new TreeSet<Long>();
        for (var token : tokens) {
            var plain = token == null ? null : WrappedToken.unwrapLowerBound(token);
            index = Math.min(index, plain == null ? 0 : plain.position().orElse(0));
            if (plain instanceof GapAwareTrackingToken gapAware) {
                gaps.addAll(gapAware.getGaps());
            }
        }
        return tokens.isEmpty() ? NOTHING : new ReachedPosition(index, gaps);
    }

    /** Up to where nothing can be missing. */
    long position() {
        long whole = index;
        for (long gap : gaps) {
            whole = Math.min(whole, gap - 1);
        }
        return whole;
    }

    /**
     * Whether the event at a position is applied, and with it whatever could be known to its
     * author.
     */
    boolean includes(long position) {
        return position <= index && !gaps.contains(position);
    }
}
