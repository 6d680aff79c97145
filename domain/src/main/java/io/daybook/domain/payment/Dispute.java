package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;

/** A dispute over a part of what was captured. */
public record Dispute(Money amount, String reason, DisputeOutcome outcome) {}
