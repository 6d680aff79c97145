package io.daybook.command.payment;

import io.daybook.command.aggregate.AggregateSetup;
import io.daybook.command.aggregate.AggregatesAutoConfiguration;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Registers the aggregate of payments, and the sandbox provider unless an adapter of a real one is
 * present.
 */
@AutoConfiguration(after = AggregatesAutoConfiguration.class)
@ConditionalOnBean(AggregateSetup.class)
public class PaymentAutoConfiguration {

    @Bean
    ConfigurerModule paymentAggregate(AggregateSetup setup) {
        return setup.of(PaymentAggregate.class);
    }

    @Bean
    @ConditionalOnMissingBean
    PaymentProvider paymentProvider() {
        return new SandboxProvider();
    }
}
