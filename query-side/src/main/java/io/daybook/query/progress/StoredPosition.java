package io.daybook.query.progress;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far the stored tokens of a projection have come.
 *
 * @param index up to where all segments have read
 * @param gaps positions that had no event yet when they were passed: their transactions are open or
 *     were rolled back
 */
record StoredPosition(long index, Set<Long> gaps) {

    static final StoredPosition NOTHING = new StoredPosition(0, Set.of());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static StoredPosition in(String token) {
        return of(JSON.readTree(token));
    }

    private static StoredPosition of(JsonNode token) {
        if (token.has("tokenAtReset")) {
            return of(token.path("currentToken"));
        }
        if (token.has("lowerSegmentToken")) {
            return of(token.path("lowerSegmentToken")).and(of(token.path("upperSegmentToken")));
        }
        var gaps = new TreeSet<Long>();
        token.path("gaps").forEach(gap -> gaps.add(gap.asLong()));
        return new StoredPosition(token.path("index").asLong(0), gaps);
    }

    /** How far two segments have come together. */
    StoredPosition and(StoredPosition other) {
        var either = new TreeSet<>(gaps);
        either.addAll(other.gaps);
        return new StoredPosition(Math.min(index, other.index), either);
    }

    /** Up to where nothing can be missing. */
    long position() {
        return gaps.stream().mapToLong(gap -> gap - 1).reduce(index, Math::min);
    }

    /**
     * Whether the event at a position is applied. A gap below it says nothing: whoever knows this
     * position cannot have seen what is not committed yet.
     */
    boolean includes(long position) {
        return position <= index && !gaps.contains(position);
    }

    /** What to answer to somebody who waits for a position. */
    long towards(long position) {
        return includes(position) ? Math.max(position, position()) : position();
    }
}
