package io.daybook.command.storecredit;

import io.daybook.command.aggregate.AggregateSetup;
import io.daybook.command.aggregate.AggregatesAutoConfiguration;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Registers the aggregate of store credit accounts. */
@AutoConfiguration(after = AggregatesAutoConfiguration.class)
@ConditionalOnBean(AggregateSetup.class)
public class StoreCreditAutoConfiguration {

    @Bean
    ConfigurerModule storeCreditAggregate(AggregateSetup setup) {
        return setup.of(StoreCreditAggregate.class);
    }
}
