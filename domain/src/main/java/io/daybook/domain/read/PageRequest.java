package io.daybook.domain.read;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit at most so many items, 1 to 200
 * @param after the end of the page before; {@code null} for the first page
 */
public record PageRequest(int limit, @Nullable Cursor after) {}
