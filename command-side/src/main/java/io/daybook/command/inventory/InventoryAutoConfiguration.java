package io.daybook.command.inventory;

import io.daybook.command.aggregate.AggregateSetup;
import io.daybook.command.aggregate.AggregatesAutoConfiguration;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registers the aggregate of stock items, and the table of serials. */
@AutoConfiguration(after = AggregatesAutoConfiguration.class)
@ConditionalOnBean(AggregateSetup.class)
public class InventoryAutoConfiguration {

    @Bean
    ConfigurerModule inventoryAggregate(AggregateSetup setup) {
        return setup.of(StockItemAggregate.class);
    }

    @Bean
    @DependsOn("eventStoreMigrations")
    SerialTable serialTable(DataSource dataSource) {
        return new SerialTable(JdbcClient.create(dataSource));
    }

    @Bean
    SerialPlaces serialPlaces(SerialTable table) {
        return new SerialPlaces(table);
    }

    @Bean
    ConfigurerModule serialPlacesAreNoted(SerialPlaces places) {
        return configurer ->
                configurer.onInitialize(axon ->
                        axon.onStart(() -> axon.eventBus().registerDispatchInterceptor(places)));
    }
}
