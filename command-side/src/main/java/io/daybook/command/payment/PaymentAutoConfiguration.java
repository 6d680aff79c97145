package io.daybook.command.payment;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Wires the sandbox provider unless an adapter of a real one is present. */
@AutoConfiguration
public class PaymentAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    PaymentProvider paymentProvider() {
        return new SandboxProvider();
    }
}
