package io.daybook.command.payment;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why the start was refused. */
final class PaymentSetupFailureAnalyzer extends AbstractFailureAnalyzer<PaymentSetupException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PaymentSetupException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
    }
}
