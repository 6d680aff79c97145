package io.daybook.command.bus;

import io.daybook.command.aggregate.AggregateSetup;
import io.daybook.command.aggregate.AggregatesAutoConfiguration;
import io.daybook.command.aggregate.DryRuns;
import io.daybook.command.aggregate.MissingAggregates;
import io.daybook.command.eventstore.EventStoreAutoConfiguration;
import io.daybook.command.eventstore.GroupLog;
import io.daybook.command.group.GroupCommit;
import io.daybook.command.idempotency.IdempotencyAutoConfiguration;
import io.daybook.command.idempotency.IdempotencyInterceptor;
import io.daybook.command.idempotency.IdempotencyKeys;
import io.daybook.command.inventory.InventoryAutoConfiguration;
import io.daybook.command.inventory.SerialInterceptor;
import io.daybook.command.inventory.SerialPlaces;
import io.daybook.command.inventory.SerialTable;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the way of a command from the gateway to its aggregate. */
@AutoConfiguration(
        after = {
            EventStoreAutoConfiguration.class,
            IdempotencyAutoConfiguration.class,
            AggregatesAutoConfiguration.class,
            InventoryAutoConfiguration.class
        },
        before = AxonAutoConfiguration.class,
        beforeName = "org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration")
public class CommandBusAutoConfiguration {

    @Bean
    CommandLimits commandLimits(
            @Value("${daybook.commands.threads:2}") int threads,
            @Value("${daybook.commands.queue:512}") int queue,
            @Value("${daybook.commands.group:32}") int group) {
        return new CommandLimits(threads, queue, group);
    }

    @Bean
    CorrelationDataProvider commandMetadata() {
        return new CommandMetadata();
    }

    /** What several commands want to write is written in this order: keys know the position. */
    @Bean
    @ConditionalOnBean({GroupLog.class, AggregateSetup.class})
    CommandGroups commandGroups(
            PlatformTransactionManager transactions,
            GroupLog log,
            IdempotencyKeys keys,
            SerialPlaces serials,
            AggregateSetup aggregates) {
        var commit =
                new GroupCommit(
                        new TransactionTemplate(transactions),
                        List.of(serials.groupWriter(), log.appends(), keys.groupWriter()));
        return new CommandGroups(commit, log, aggregates);
    }

    @Bean(destroyMethod = "close")
    @Qualifier("localSegment") AdmittingCommandBus commandBus(
            TransactionManager transactionManager,
            Configuration axon,
            CommandLimits limits,
            IdempotencyKeys keys,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            ObjectProvider<AggregateSetup> aggregates,
            ObjectProvider<SerialTable> serials,
            ObjectProvider<CommandGroups> groups,
            ObjectProvider<MeterRegistry> meters) {
        var builder =
                SimpleCommandBus.builder()
                        .transactionManager(new GroupTransactions(transactionManager))
                        .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                        .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus"));
        var bus =
                new AdmittingCommandBus(
                        builder, limits, new CommandAttempts(keys), groups.getIfAvailable());
        meters.ifAvailable(bus::measure);
        registered(
                bus.registerHandlerInterceptor(
                        new CorrelationDataInterceptor<>(axon.correlationDataProviders())));
        // Not beans: Axon registers every interceptor bean once more by itself, in an order of its
        // own.
        registered(bus.registerHandlerInterceptor(new IdempotencyInterceptor(keys)));
        serials.ifAvailable(
                table -> registered(bus.registerHandlerInterceptor(new SerialInterceptor(table))));
        aggregates.ifAvailable(
                setup -> registered(bus.registerHandlerInterceptor(new MissingAggregates(setup))));
        registered(bus.registerHandlerInterceptor(new DryRuns(eventSerializer)));
        return bus;
    }

    /**
     * The interceptors stay for the life of the bus: nobody needs the handle to take one out again.
     */
    private static void registered(@SuppressWarnings("unused") Registration registration) {}
}
