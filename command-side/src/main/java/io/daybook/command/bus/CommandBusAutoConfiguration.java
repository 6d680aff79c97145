package io.daybook.command.bus;

import io.daybook.command.aggregate.MissingAggregates;
import io.daybook.command.eventstore.EventStoreAutoConfiguration;
import io.daybook.command.idempotency.IdempotencyAutoConfiguration;
import io.daybook.command.idempotency.IdempotencyInterceptor;
import io.daybook.command.idempotency.IdempotencyKeys;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Wires the way of a command from the gateway to its aggregate. */
@AutoConfiguration(
        after = {EventStoreAutoConfiguration.class, IdempotencyAutoConfiguration.class},
        before = AxonAutoConfiguration.class,
        beforeName = "org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration")
public class CommandBusAutoConfiguration {

    @Bean
    CorrelationDataProvider commandMetadata() {
        return new CommandMetadata();
    }

    @Bean
    CommandLanes commandLanes(
            @Value("${daybook.commands.threads:12}") int callerThreads,
            @Value("${daybook.commands.queue:512}") int queueCapacity,
            @Value("${daybook.commands.process-threads:4}") int processThreads,
            ObjectProvider<MeterRegistry> meters) {
        var lanes = new CommandLanes(callerThreads, queueCapacity, processThreads);
        meters.ifAvailable(registry -> {
            registry.gauge("daybook.commands.waiting", lanes, CommandLanes::waiting);
            registry.gauge("daybook.commands.running", lanes, CommandLanes::running);
        });
        return lanes;
    }

    @Bean
    @Qualifier("localSegment") SimpleCommandBus commandBus(
            TransactionManager transactionManager,
            Configuration axon,
            CommandLanes lanes,
            IdempotencyKeys keys) {
        var builder =
                SimpleCommandBus.builder()
                        .transactionManager(transactionManager)
                        .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                        .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus"));
        var bus = new AdmittingCommandBus(builder, lanes, keys);
        registered(
                bus.registerHandlerInterceptor(
                        new CorrelationDataInterceptor<>(axon.correlationDataProviders())));
        // Not beans: Axon registers every interceptor bean once more by itself, in an order of its
        // own.
        registered(bus.registerHandlerInterceptor(new IdempotencyInterceptor(keys)));
        registered(bus.registerHandlerInterceptor(new MissingAggregates()));
        return bus;
    }

    /**
     * The interceptors stay for the life of the bus: nobody needs the handle to take one out again.
     */
    private static void registered(@SuppressWarnings("unused") Registration registration) {}
}
