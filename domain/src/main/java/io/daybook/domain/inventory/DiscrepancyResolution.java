package io.daybook.domain.inventory;

/** What became of the difference between what was sent and what was received. */
public enum DiscrepancyResolution {
    /** It arose on the way: what is missing is lost, what is too much is a gain. */
    WRITTEN_OFF,
    /** It arose at the source: what is missing never left, what is too much left uncounted. */
    CORRECTED_AT_SOURCE
}
