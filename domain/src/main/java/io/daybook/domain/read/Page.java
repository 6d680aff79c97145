package io.daybook.domain.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items the JSON text of each item
 * @param next where the next page starts; {@code null} at the end
 */
public record Page(List<String> items, @Nullable Cursor next) {
    public Page {
        items = List.copyOf(items);
    }
}
