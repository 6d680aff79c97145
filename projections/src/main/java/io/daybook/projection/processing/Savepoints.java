package io.daybook.projection.processing;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work that can fail alone: PostgreSQL refuses everything after an error until the savepoint before
 * it.
 */
final class Savepoints {

    private final TransactionTemplate nested;
    private final TransactionTemplate required;

    Savepoints(PlatformTransactionManager transactionManager) {
        this.nested = new TransactionTemplate(transactionManager);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.required = new TransactionTemplate(transactionManager);
    }

    /** Undoes what the work wrote when it throws, and nothing else of the transaction. */
    void guard(Runnable work) {
        nested.executeWithoutResult(_ -> work.run());
    }

    void inTransaction(Runnable work) {
        required.executeWithoutResult(_ -> work.run());
    }
}
