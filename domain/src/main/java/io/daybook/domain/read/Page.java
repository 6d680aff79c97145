package io.daybook.domain.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items the JSON text of each item
 * @param next where the next page starts; {@code null} at the end
 * @param reached for pages of the log: no event up to this position is missing before {@code next};
 *     0 for lists of a read model
 */
public record Page(List<String> items, @Nullable Cursor next, long reached) {

    public Page(List<String> items, @Nullable Cursor next) {
        this(items, next, 0);
    }

    public Page {
        items = List.copyOf(items);
    }

    /** The same page of the log, complete up to a position. */
    public Page upTo(long position) {
        return new Page(items, next, position);
    }
}
