package io.daybook.projection.order;

import io.daybook.projection.Projector;
import io.daybook.projection.schema.ReadModelAutoConfiguration;
import io.daybook.projection.schema.ReadModelMigrations;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the read model of orders. */
@AutoConfiguration(after = ReadModelAutoConfiguration.class)
public class OrderProjectionAutoConfiguration {

    @Bean
    Projector orderProjector(DataSource dataSource, ReadModelMigrations migrated) {
        return new OrderProjector(new JdbcTemplate(dataSource));
    }
}
