package io.daybook.projection.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The schema of the read models, brought up to date. Whatever touches its tables depends on this.
 */
public final class ReadModelMigrations {

    private ReadModelMigrations() {}

    static ReadModelMigrations run(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("readmodel")
                .defaultSchema("readmodel")
                .locations("classpath:db/readmodel")
                .load()
                .migrate();
        return new ReadModelMigrations();
    }
}
