package io.daybook.domain.dryrun;

import org.jspecify.annotations.Nullable;

/**
 * An event as the log would hold it.
 *
 * @param type the name under which it would be stored
 * @param payload JSON
 */
public record IntendedEvent(String type, @Nullable String revision, String payload) {}
