package io.daybook.domain.order;

import io.daybook.domain.shared.LineId;
import org.jspecify.annotations.Nullable;

/**
 * One line before and after a change.
 *
 * @param before {@code null} for a line that is added
 * @param after {@code null} for a line that is removed
 */
public record LineChange(LineId lineId, @Nullable OrderLine before, @Nullable OrderLine after) {}
