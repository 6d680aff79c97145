package io.daybook.projection.storecredit;

import io.daybook.projection.Projector;
import io.daybook.projection.schema.ReadModelAutoConfiguration;
import io.daybook.projection.schema.ReadModelMigrations;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the read model of store credit. */
@AutoConfiguration(after = ReadModelAutoConfiguration.class)
public class StoreCreditProjectionAutoConfiguration {

    @Bean
    Projector storeCreditProjector(DataSource dataSource, ReadModelMigrations migrated) {
        return new StoreCreditProjector(new JdbcTemplate(dataSource));
    }
}
