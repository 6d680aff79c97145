package io.daybook.command.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The schema of the event store, brought up to date. Whatever touches its tables depends on this.
 */
final class EventStoreMigrations {

    private EventStoreMigrations() {}

    static EventStoreMigrations run(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("daybook")
                .defaultSchema("daybook")
                .locations("classpath:db/eventstore")
                .load()
                .migrate();
        return new EventStoreMigrations();
    }
}
