package io.daybook.domain.returns;

import io.daybook.domain.shared.ReturnId;

/**
 * Ends a return. One that waits for nothing but units that never come may be closed, too: they can
 * be returned again.
 */
public record CloseReturn(ReturnId returnId) implements ReturnCommand {}
