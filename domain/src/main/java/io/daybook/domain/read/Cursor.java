package io.daybook.domain.read;

/**
 * Where a page ended: the sort key and the id of its last item. Pages that go on after a key never
 * shift when rows are added.
 *
 * @param key the sort key as text, in the form that the query that made it understands
 */
public record Cursor(String key, String id) {}
