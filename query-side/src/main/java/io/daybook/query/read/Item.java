package io.daybook.query.read;

import io.daybook.domain.read.Cursor;
import io.daybook.domain.read.Page;
import java.util.List;

/**
 * One entry of a list.
 *
 * @param cursor goes on behind this entry
 */
public record Item(String json, Cursor cursor) {

    /**
     * The page that these entries make.
     *
     * @param found at most one more than {@code limit}
     */
    public static Page page(List<Item> found, int limit) {
        var shown = found.subList(0, Math.min(found.size(), limit));
        return new Page(
                shown.stream().map(Item::json).toList(),
                found.size() > shown.size() && !shown.isEmpty() ? shown.getLast().cursor() : null);
    }
}
