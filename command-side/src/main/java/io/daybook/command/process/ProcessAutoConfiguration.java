package io.daybook.command.process;

import io.daybook.command.bus.CommandBusAutoConfiguration;
import io.daybook.command.payment.PaymentProvider;
import io.daybook.command.payment.StoredPayments;
import io.daybook.command.time.ClockAutoConfiguration;
import io.daybook.domain.projection.ProjectionProgress;
import io.daybook.domain.shared.Location;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterStatementFactory;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Wires the reactions into processors that start at the head of the log, keep orders apart, and
 * park what fails.
 */
@AutoConfiguration(after = {ClockAutoConfiguration.class, CommandBusAutoConfiguration.class})
@ConditionalOnExpression("'${daybook.roles:api,command,projection}'.contains('command')")
public class ProcessAutoConfiguration {

    static final String ORDER_PROCESS = "order-process";
    static final String PAYMENT_PROVIDER = "payment-provider";
    static final List<String> GROUPS = List.of(ORDER_PROCESS, PAYMENT_PROVIDER);

    @Bean
    ProcessCommands processCommands(CommandBus commandBus) {
        return new ProcessCommands(commandBus);
    }

    /** Lines are taken from their own location, unless a policy may choose. */
    @Bean
    ReservationReactions reservationReactions(
            ProcessCommands commands,
            EventStore log,
            ObjectProvider<QueryGateway> queries,
            ObjectProvider<ProjectionProgress> progress,
            @Value("${daybook.inventory.allocation:none}") String allocation,
            @Value("${daybook.inventory.default-location:main}") String defaultLocation,
            @Value("${daybook.inventory.locations:}") List<String> locations) {
        var among = locations.stream().map(Location::new).toList();
        var allocator =
                AllocationChoice.of(allocation)
                        .policy(among)
                        .map(policy ->
                                new Allocator(
                                        new ReadOffers(queries.getObject(), progress.getObject()),
                                        policy,
                                        new Location(defaultLocation),
                                        among));
        return new ReservationReactions(commands, new Standing(log::readEvents)::placed, allocator);
    }

    @Bean
    FulfilmentReactions fulfilmentReactions(ProcessCommands commands) {
        return new FulfilmentReactions(commands);
    }

    @Bean
    ChangeReactions changeReactions(ProcessCommands commands) {
        return new ChangeReactions(commands);
    }

    @Bean
    SettlingReactions settlingReactions(ProcessCommands commands) {
        return new SettlingReactions(commands);
    }

    @Bean
    CancellationReactions cancellationReactions(ProcessCommands commands, Clock clock) {
        return new CancellationReactions(commands, clock);
    }

    @Bean
    SettlementReactions settlementReactions(
            ProcessCommands commands, EventStore log, StoredPayments payments) {
        return new SettlementReactions(commands, new Standing(log::readEvents), payments);
    }

    @Bean
    ReturnReactions returnReactions(ProcessCommands commands, EventStore log) {
        return new ReturnReactions(commands, new Standing(log::readEvents));
    }

    @Bean
    TransferReactions transferReactions(ProcessCommands commands) {
        return new TransferReactions(commands);
    }

    @Bean
    PaymentProviderReactions paymentProviderReactions(
            PaymentProvider provider, StoredPayments payments, ProcessCommands commands) {
        return new PaymentProviderReactions(
                provider, new StoreCreditPayments(commands), payments, commands);
    }

    @Bean
    PaymentConsequenceReactions paymentConsequenceReactions(ProcessCommands commands) {
        return new PaymentConsequenceReactions(commands);
    }

    @Bean(destroyMethod = "close")
    ReactionProcessors reactionProcessors(
            ParkedTable parkedTable,
            DeadLetterSchema deadLetterSchema,
            DeadLetterStatementFactory<EventMessage<?>> deadLetterStatements,
            ConnectionProvider connectionProvider,
            TransactionManager transactionManager,
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            @Value("${daybook.processes.segments:2}") int segments,
            @Value("${daybook.processes.batch-size:32}") int batchSize) {
        return new ReactionProcessors(
                group ->
                        new ParkedSequences(
                                group,
                                JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                                        .processingGroup(group)
                                        .schema(deadLetterSchema)
                                        .statementFactory(deadLetterStatements)
                                        .connectionProvider(connectionProvider)
                                        .transactionManager(transactionManager)
                                        .genericSerializer(serializer)
                                        .eventSerializer(eventSerializer)
                                        .claimDuration(ParkedReactions.CLAIM)
                                        .build(),
                                transactionManager,
                                parkedTable),
                segments,
                batchSize);
    }

    @Bean
    ConfigurerModule processes(
            ObjectProvider<ReactionProcessors> processors,
            @Qualifier("eventSource") ObjectProvider<StreamableMessageSource<TrackedEventMessage<?>>> eventSource) {
        // Looked up late: sources and processors need the finished configuration, which this is a
        // part of.
        return configurer -> {
            EventProcessingConfigurer processing = configurer.eventProcessing();
            for (String group : GROUPS) {
                processing
                        .registerEventProcessor(
                                group,
                                (name, axon, reactions) ->
                                        processors
                                                .getObject()
                                                .build(
                                                        name,
                                                        axon,
                                                        reactions,
                                                        eventSource.getObject()))
                        .registerSequencingPolicy(group, _ -> OrderSequence::of)
                        .registerListenerInvocationErrorHandler(
                                group, _ -> PropagatingErrorHandler.INSTANCE);
            }
        };
    }

    @Bean
    ParkedControl processControl(ReactionProcessors processors) {
        return new ParkedControl(processors);
    }

    @Bean
    DiscardedLetters discardControl(JdbcClient jdbc, Clock clock) {
        return new DiscardedLetters(jdbc, clock);
    }

    @Bean
    ParkedTable parkedTable(JdbcClient jdbc) {
        return new ParkedTable(jdbc);
    }

    @Bean
    ParkedReactions parkedReactions(
            Configuration axon,
            TokenStore tokens,
            ReactionProcessors processors,
            ParkedTable parkedTable,
            MeterRegistry meters,
            Clock clock,
            @Value("${daybook.processes.retry-interval:5s}") Duration interval) {
        return new ParkedReactions(axon, tokens, processors, parkedTable, clock, interval, meters);
    }
}
