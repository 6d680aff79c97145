package io.daybook.command.inventory;

import io.daybook.command.aggregate.AggregateSetup;
import io.daybook.command.aggregate.AggregatesAutoConfiguration;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Registers the aggregate of stock items. */
@AutoConfiguration(after = AggregatesAutoConfiguration.class)
@ConditionalOnBean(AggregateSetup.class)
public class InventoryAutoConfiguration {

    @Bean
    ConfigurerModule inventoryAggregate(AggregateSetup setup) {
        return setup.of(StockItemAggregate.class);
    }
}
