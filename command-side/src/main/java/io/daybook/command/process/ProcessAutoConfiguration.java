package io.daybook.command.process;

import io.daybook.command.bus.CommandBusAutoConfiguration;
import io.daybook.command.payment.PaymentProvider;
import io.daybook.command.time.ClockAutoConfiguration;
import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.payment.PaymentEvent;
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
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.ThrowableCause;
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

    @Bean
    FulfilmentReactions fulfilmentReactions(ProcessCommands commands) {
        return new FulfilmentReactions(commands);
    }

    @Bean
    CancellationReactions cancellationReactions(ProcessCommands commands, Clock clock) {
        return new CancellationReactions(commands, clock);
    }

    @Bean
    PaymentProviderReactions paymentProviderReactions(
            PaymentProvider provider, ProcessCommands commands) {
        return new PaymentProviderReactions(provider, commands);
    }

    @Bean
    ConfigurerModule processes(
            DeadLetterSchema deadLetterSchema,
            @Qualifier("eventSource") ObjectProvider<StreamableMessageSource<TrackedEventMessage<?>>> eventSource,
            @Value("${daybook.processes.segments:8}") int segments,
            @Value("${daybook.processes.batch-size:10}") int batchSize) {
        return configurer -> {
            EventProcessingConfigurer processing = configurer.eventProcessing();
            for (String group : GROUPS) {
                processing
                        // Named, because Axon's default here is the event store, which polls twice
                        // a second.
                        .registerPooledStreamingEventProcessor(group, _ -> eventSource.getObject())
                        .registerPooledStreamingEventProcessorConfiguration(
                                group,
                                (_, processor) ->
                                        processor
                                                // Effects belong to what happens from now on;
                                                // history is never acted upon again.
                                                .initialToken(source -> source.createHeadToken())
                                                .initialSegmentCount(segments)
                                                // A call to a provider may be slow: the next
                                                // event then is not part of its transaction.
                                                .batchSize(
                                                        group.equals(PAYMENT_PROVIDER)
                                                                ? 1
                                                                : batchSize)
                                                .coordinatorExecutor(CoordinatorThread::new)
                                                .enableCoordinatorClaimExtension()
                                                .tokenClaimInterval(1000)
                                                .claimExtensionThreshold(3000))
                        .registerSequencingPolicy(group, _ -> sequenceByOrder())
                        .registerListenerInvocationErrorHandler(
                                group, _ -> PropagatingErrorHandler.INSTANCE)
                        .registerDeadLetterQueue(
                                group, axon -> deadLetters(group, axon, deadLetterSchema))
                        // Most orders have nothing parked, and need not ask the database for it.
                        .registerDeadLetteringEventHandlerInvokerConfiguration(
                                group, (_, invoker) -> invoker.enableSequenceIdentifierCache())
                        .registerDeadLetterPolicy(
                                group,
                                _ ->
                                        (_, cause) ->
                                                Decisions.enqueue(ThrowableCause.truncated(cause)));
            }
        };
    }

    @Bean
    ParkedReactions parkedReactions(
            Configuration axon,
            JdbcClient jdbc,
            MeterRegistry meters,
            Clock clock,
            @Value("${daybook.processes.retry-interval:5s}") Duration interval,
            @Value("${daybook.processes.segments:8}") int segments) {
        return new ParkedReactions(axon, new ParkedTable(jdbc), clock, interval, segments, meters);
    }

    /** Everything about one order in turn: its fulfilment and its cancellation never interleave. */
    private static SequencingPolicy<EventMessage<?>> sequenceByOrder() {
        return event -> {
            try {
                return switch (event.getPayload()) {
                    case OrderEvent e -> e.orderId().value();
                    case PaymentEvent e -> e.orderId().value();
                    default -> event.getIdentifier();
                };
            } catch (RuntimeException unreadable) {
                // Fails again where it is handled, and is parked there instead of stopping the
                // group.
                return event instanceof DomainEventMessage<?> domainEvent
                        ? domainEvent.getAggregateIdentifier()
                        : event.getIdentifier();
            }
        };
    }

    private static JdbcSequencedDeadLetterQueue<EventMessage<?>> deadLetters(
            String group, Configuration axon, DeadLetterSchema schema) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(group)
                .schema(schema)
                .connectionProvider(axon.getComponent(ConnectionProvider.class))
                .transactionManager(axon.getComponent(TransactionManager.class))
                .genericSerializer(axon.serializer())
                .eventSerializer(axon.eventSerializer())
                .claimDuration(ParkedReactions.CLAIM)
                .build();
    }
}
