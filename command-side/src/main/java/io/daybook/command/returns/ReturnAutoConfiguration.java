package io.daybook.command.returns;

import io.daybook.command.aggregate.AggregateSetup;
import io.daybook.command.aggregate.AggregatesAutoConfiguration;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Registers the aggregate of returns. */
@AutoConfiguration(after = AggregatesAutoConfiguration.class)
@ConditionalOnBean(AggregateSetup.class)
public class ReturnAutoConfiguration {

    @Bean
    ConfigurerModule returnAggregate(AggregateSetup setup) {
        return setup.of(ReturnAggregate.class);
    }
}
