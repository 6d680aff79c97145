package io.daybook.projection.inventory;

import io.daybook.projection.Projector;
import io.daybook.projection.schema.ReadModelAutoConfiguration;
import io.daybook.projection.schema.ReadModelMigrations;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the read model of stock items. */
@AutoConfiguration(after = ReadModelAutoConfiguration.class)
public class StockProjectionAutoConfiguration {

    @Bean
    Projector stockProjector(DataSource dataSource, ReadModelMigrations migrated) {
        return new StockProjector(new JdbcTemplate(dataSource));
    }
}
