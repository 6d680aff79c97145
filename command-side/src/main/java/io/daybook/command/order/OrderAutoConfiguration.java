package io.daybook.command.order;

import io.daybook.command.aggregate.AggregateSetup;
import io.daybook.command.aggregate.AggregatesAutoConfiguration;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Registers the aggregate of orders. */
@AutoConfiguration(after = AggregatesAutoConfiguration.class)
@ConditionalOnBean(AggregateSetup.class)
public class OrderAutoConfiguration {

    @Bean
    ConfigurerModule orderAggregate(AggregateSetup setup) {
        return setup.of(OrderAggregate.class);
    }
}
