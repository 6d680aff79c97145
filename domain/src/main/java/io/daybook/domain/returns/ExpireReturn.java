package io.daybook.domain.returns;

import io.daybook.domain.shared.ReturnId;
import java.time.Instant;

/** Stops waiting for goods that were not sent in time. */
public record ExpireReturn(ReturnId returnId, Instant now) implements ReturnCommand {}
