package io.daybook.domain.returns;

import io.daybook.domain.message.Receipt;
import io.daybook.domain.shared.ReturnId;

/** What a caller learns of a return after a command. */
public record ReturnReceipt(ReturnId returnId, String rmaNumber, ReturnStatus status)
        implements Receipt {}
