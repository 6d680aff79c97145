package io.daybook.projection.table;

import org.jspecify.annotations.Nullable;

/**
 * A view on its way into its table.
 *
 * @param before what the table holds; null when it holds nothing
 * @param position of the last event behind the view
 */
public record Document<V>(String id, String tenant, @Nullable V before, V view, long position) {}
