package io.daybook.domain.returns;

import io.daybook.domain.shared.RefundTo;
import io.daybook.domain.shared.ReturnId;
import org.jspecify.annotations.Nullable;

/**
 * Has another go at what could not be paid back.
 *
 * @param refundTo where the money goes this time; {@code null} for where it was to go before
 */
public record SettleReturn(ReturnId returnId, @Nullable RefundTo refundTo)
        implements ReturnCommand {}
