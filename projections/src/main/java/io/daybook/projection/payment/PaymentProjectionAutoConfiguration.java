package io.daybook.projection.payment;

import io.daybook.projection.Projector;
import io.daybook.projection.schema.ReadModelAutoConfiguration;
import io.daybook.projection.schema.ReadModelMigrations;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the read model of payments. */
@AutoConfiguration(after = ReadModelAutoConfiguration.class)
public class PaymentProjectionAutoConfiguration {

    @Bean
    Projector paymentProjector(DataSource dataSource, ReadModelMigrations migrated) {
        return new PaymentProjector(new JdbcTemplate(dataSource));
    }
}
