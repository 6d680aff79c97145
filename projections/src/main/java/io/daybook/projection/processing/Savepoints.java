package io.daybook.projection.processing;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
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
    private final JdbcTemplate jdbc;

    Savepoints(PlatformTransactionManager transactionManager, DataSource dataSource) {
        this.nested = new TransactionTemplate(transactionManager);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.required = new TransactionTemplate(transactionManager);
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Undoes what the work wrote when it throws, and nothing else of the transaction. */
    void guard(Runnable work) {
        nested.executeWithoutResult(_ -> work.run());
    }

    void inTransaction(Runnable work) {
        required.executeWithoutResult(_ -> work.run());
    }

    /**
     * Lets this transaction's commit not wait for the disk. Rows and token share the commit, so a
     * crash of the database takes back both and the events are applied again.
     */
    void commitLazily() {
        jdbc.execute("SET LOCAL synchronous_commit = off");
    }
}
