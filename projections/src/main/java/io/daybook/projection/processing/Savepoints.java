package io.daybook.projection.processing;

import java.util.Optional;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.SavepointManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work that can fail alone: PostgreSQL refuses everything after an error until the savepoint before
 * it.
 */
final class Savepoints {

    private final TransactionTemplate transactions;

    Savepoints(PlatformTransactionManager transactionManager) {
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /**
     * Undoes what the work wrote when it throws, and nothing else of the transaction. The savepoint
     * is left to the end of the transaction: to release it would take another round trip.
     */
    void guard(Runnable work) {
        Optional<RuntimeException> failure =
                transactions.execute(transaction -> attempt(work, transaction));
        failure.ifPresent(thrown -> {
            throw thrown;
        });
    }

    /** Returned instead of thrown, which would condemn the whole transaction. */
    private static Optional<RuntimeException> attempt(Runnable work, SavepointManager transaction) {
        var savepoint = transaction.createSavepoint();
        try {
            work.run();
            return Optional.empty();
        } catch (RuntimeException failure) {
            transaction.rollbackToSavepoint(savepoint);
            return Optional.of(failure);
        }
    }

    void inTransaction(Runnable work) {
        transactions.executeWithoutResult(_ -> work.run());
    }
}
