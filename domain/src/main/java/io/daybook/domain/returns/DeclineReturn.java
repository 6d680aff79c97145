package io.daybook.domain.returns;

import io.daybook.domain.shared.ReturnId;

/** Refuses a return; its units can be returned again. */
public record DeclineReturn(ReturnId returnId, String reason) implements ReturnCommand {}
