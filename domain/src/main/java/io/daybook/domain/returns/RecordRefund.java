package io.daybook.domain.returns;

import io.daybook.domain.shared.ReturnId;
import org.jspecify.annotations.Nullable;

/**
 * Reports what came of a step of a settlement.
 *
 * @param failure why it was refused; {@code null} when it is done
 */
public record RecordRefund(ReturnId returnId, String operationId, @Nullable String failure)
        implements ReturnCommand {}
