package io.daybook.domain.returns;

import io.daybook.domain.shared.ReturnId;

/** Calls a return off, before anything was judged or paid. */
public record CancelReturn(ReturnId returnId, String reason) implements ReturnCommand {}
