package io.daybook.domain.order;

import io.daybook.domain.shared.LineId;

/** A number of units of one line. */
public record LineQuantity(LineId lineId, int quantity) {}
