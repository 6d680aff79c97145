package io.daybook.command.eventstore;

import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader has come: the highest index it has seen and, below it, the gaps that may still
 * be filled. Gaps below a <em>settled</em> index (see {@link TransactionHorizon}) are dead and
 * dropped.
 *
 * <p>Gaps are only ever dropped as a prefix and through the token's own truncation: a token rebuilt
 * by hand with fewer gaps would not be covered by a stored token that still lists them, and those
 * events would be delivered twice.
 */
record LogPosition(GapAwareTrackingToken token) {

    static LogPosition beginning() {
        return at(0, List.of());
    }

    static LogPosition at(long index, List<Long> gaps) {
        return new LogPosition(GapAwareTrackingToken.newInstance(index, gaps));
    }

    static LogPosition of(@Nullable TrackingToken token) {
        var plain = token == null ? null : WrappedToken.unwrapLowerBound(token);
        if (plain == null) {
            return beginning();
        }
        if (plain instanceof GapAwareTrackingToken gapAware) {
            return new LogPosition(gapAware);
        }
        throw new IllegalArgumentException("Not a position in this log: " + plain);
    }

    long index() {
        return token.getIndex();
    }

    List<Long> gaps() {
        return List.copyOf(token.getGaps());
    }

    boolean hasGaps() {
        return token.hasGaps();
    }

    /**
     * The position after reading {@code index}, from a read that started after everything up to
     * {@code settled} had finished. The truncation never passes {@code index} itself: gaps above it
     * may be further rows of the same read.
     */
    LogPosition after(long index, long settled) {
        // The token keeps gaps from (highest index - offset) on, so this offset truncates exactly
        // at "settled".
        var offset = Math.max(index, index()) - settled;
        return new LogPosition(
                token.advanceTo(index, Math.clamp(offset, Integer.MIN_VALUE, Integer.MAX_VALUE)));
    }

    /**
     * Drops the gaps below {@code settled} after a complete read that started after it was settled.
     * A settled index is that of an event that was read, so it is never a gap itself.
     */
    LogPosition settledAt(long settled) {
        return new LogPosition(token.withGapsTruncatedAt(Math.min(settled, index())));
    }

    boolean hasSeen(long index) {
        return index <= index() && !token.getGaps().contains(index);
    }

    /**
     * Whether a reader here has seen every event that a reader at {@code other} has. Deliberately
     * ignores truncation, unlike the token's own comparison: what the other reader knows to be dead
     * or has read, this one may not have.
     */
    boolean includes(LogPosition other) {
        return other.index() <= index()
                && other.token.getGaps().containsAll(token.getGaps().headSet(other.index() + 1));
    }
}
