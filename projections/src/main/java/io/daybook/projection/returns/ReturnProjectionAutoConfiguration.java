package io.daybook.projection.returns;

import io.daybook.projection.Projector;
import io.daybook.projection.schema.ReadModelAutoConfiguration;
import io.daybook.projection.schema.ReadModelMigrations;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the read model of returns. */
@AutoConfiguration(after = ReadModelAutoConfiguration.class)
public class ReturnProjectionAutoConfiguration {

    @Bean
    Projector returnProjector(DataSource dataSource, ReadModelMigrations migrated) {
        return new ReturnProjector(new JdbcTemplate(dataSource));
    }
}
