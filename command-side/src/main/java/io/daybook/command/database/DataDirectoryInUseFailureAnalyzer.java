package io.daybook.command.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

final class DataDirectoryInUseFailureAnalyzer
        extends AbstractFailureAnalyzer<DataDirectoryInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DataDirectoryInUseException cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Stop the other instance, choose another directory with daybook.data, or let both use one external"
                        + " PostgreSQL with daybook.datasource.url.",
                cause);
    }
}
