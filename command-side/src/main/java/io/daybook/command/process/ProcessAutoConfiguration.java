package io.daybook.command.process;

import io.daybook.command.bus.CommandBusAutoConfiguration;
import io.daybook.command.payment.PaymentProvider;
import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.payment.PaymentEvent;
import java.time.Duration;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
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

/**
 * Wires the reactions into processors that start at the head of the log, keep orders apart, and
 * park what fails.
 */
@AutoConfiguration(after = CommandBusAutoConfiguration.class)
@ConditionalOnExpression("'${daybook.roles:api,command,projection}'.contains('command')")
public class ProcessAutoConfiguration {

    static final String ORDER_PROCESS = "order-process";
    static final String PAYMENT_PROVIDER = "payment-provider";

    @Bean
    ProcessCommands processCommands(CommandBus commandBus) {
        return new ProcessCommands(commandBus);
    }

    @Bean
    FulfilmentReactions fulfilmentReactions(ProcessCommands commands) {
        return new FulfilmentReactions(commands);
    }

    @Bean
    CancellationReactions cancellationReactions(ProcessCommands commands) {
        return new CancellationReactions(commands);
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
            @Value("${daybook.processes.segments:4}") int segments,
            @Value("${daybook.processes.batch-size:10}") int batchSize) {
        return configurer -> {
            EventProcessingConfigurer processing = configurer.eventProcessing();
            for (String group : new String[] {ORDER_PROCESS, PAYMENT_PROVIDER}) {
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
                                                .batchSize(batchSize)
                                                .tokenClaimInterval(1000)
                                                .claimExtensionThreshold(3000))
                        .registerSequencingPolicy(group, _ -> sequenceByOrder())
                        .registerListenerInvocationErrorHandler(
                                group, _ -> PropagatingErrorHandler.INSTANCE)
                        .registerDeadLetterQueue(
                                group, axon -> deadLetters(group, axon, deadLetterSchema))
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
            @Value("${daybook.processes.retry-interval:5s}") Duration interval) {
        return new ParkedReactions(axon, interval);
    }

    /** Everything about one order in turn: its fulfilment and its cancellation never interleave. */
    private static SequencingPolicy<EventMessage<?>> sequenceByOrder() {
        return event ->
                switch (event.getPayload()) {
                    case OrderEvent e -> e.orderId().value();
                    case PaymentEvent e -> e.orderId().value();
                    default -> event.getIdentifier();
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
                .build();
    }
}
