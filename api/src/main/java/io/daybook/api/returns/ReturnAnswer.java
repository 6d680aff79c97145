package io.daybook.api.returns;

import io.daybook.api.exchange.Outcome;
import io.daybook.domain.returns.ReturnReceipt;

/** The small answer to a command on a return. */
record ReturnAnswer(String returnId, String rmaNumber, String status, long version) {

    static ReturnAnswer of(Outcome outcome) {
        ReturnReceipt receipt = (ReturnReceipt) outcome.receipt();
        return new ReturnAnswer(
                receipt.returnId().value(),
                receipt.rmaNumber(),
                receipt.status().name(),
                outcome.version());
    }
}
