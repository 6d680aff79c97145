package io.daybook.command.payment;

import io.daybook.command.aggregate.AggregateSetup;
import io.daybook.command.aggregate.AggregatesAutoConfiguration;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Registers the aggregate of payments, and the sandbox unless an adapter of a real provider is
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
    StoredPayments storedPayments(ObjectProvider<EventStore> events) {
        return new StoredPayments(id -> events.getObject().readEvents(id));
    }

    @Bean
    ProviderEventSink providerEventSink(ObjectProvider<CommandBus> commands) {
        return new CommandedProviderEvents(commands::getObject);
    }

    @Bean
    @ConditionalOnMissingBean
    PaymentProvider paymentProvider(
            ProviderEventSink callbacks,
            Clock clock,
            @Value("${daybook.payments.provider:sandbox}") String provider,
            @Value("${daybook.payments.sandbox.late:10s}") Duration late,
            @Value("${daybook.payments.sandbox.authorisation-lifetime:7d}") Duration lifetime) {
        if (!"sandbox".equals(provider)) {
            throw new PaymentSetupException(
                    "There is no payment provider '%s'.".formatted(provider),
                    "Set daybook.payments.provider to sandbox or stripe.");
        }
        return new SandboxProvider(new SandboxSettings(late, lifetime), callbacks, clock);
    }
}
