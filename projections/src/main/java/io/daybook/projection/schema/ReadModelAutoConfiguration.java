package io.daybook.projection.schema;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Wires the schema of the read models; on every node, because readers need it as well as
 * projections.
 */
@AutoConfiguration(afterName = "io.daybook.command.database.DatabaseAutoConfiguration")
public class ReadModelAutoConfiguration {

    /**
     * @param eventStoreMigrations the other schema first, where this node has it: a half-migrated
     *     database should always be half-migrated in the same way
     */
    @Bean
    ReadModelMigrations readModelMigrations(
            DataSource dataSource,
            @Qualifier("eventStoreMigrations") ObjectProvider<Object> eventStoreMigrations) {
        eventStoreMigrations.ifAvailable(migrated -> {});
        return ReadModelMigrations.run(dataSource);
    }
}
