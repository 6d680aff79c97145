package io.daybook.command;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.daybook.command.database.TestDatabase;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.MetadataKeys;
import io.daybook.domain.order.OrderFixtures;
import io.daybook.domain.order.PaymentTerms;
import io.daybook.domain.order.PlaceOrder;
import io.daybook.domain.shared.OrderId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole command side on a database of its own, driven like the API drives it. */
public final class CommandSide implements AutoCloseable {

    // The reactive driver is on the class path of the query side only.
    @EnableAutoConfiguration(
            exclude = {
                XStreamAutoConfiguration.class,
                UpdateCheckerAutoConfiguration.class,
                R2dbcAutoConfiguration.class
            })
    static class Application {}

    private final TestDatabase database;
    private ConfigurableApplicationContext context;

    private CommandSide(TestDatabase database) {
        this.database = database;
        this.context = start(database);
    }

    public static CommandSide onAFreshDatabase() {
        return new CommandSide(TestDatabase.fresh());
    }

    private static ConfigurableApplicationContext start(
            TestDatabase database, String... properties) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(
                        Map.of(
                                "daybook.datasource.url", database.url(),
                                "daybook.datasource.username", database.username(),
                                "daybook.datasource.password", database.password(),
                                "axon.axonserver.enabled", "false",
                                "axon.timeout.enabled", "false",
                                "axon.update-check.disabled", "true",
                                "daybook.processes.retry-interval", "200ms",
                                "logging.level.root", "warn"))
                .properties(properties)
                .run();
    }

    /** Takes properties as {@code name=value}. */
    public void restart(String... properties) {
        context.close();
        context = start(database, properties);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public CommandResult send(Object command) {
        return send(command, Map.of()).getPayload();
    }

    public CommandResultMessage<CommandResult> send(Object command, Map<String, ?> metadata) {
        return submit(command, metadata).orTimeout(30, SECONDS).join();
    }

    /** Does not wait for the answer. */
    public CompletableFuture<CommandResultMessage<CommandResult>> submit(
            Object command, Map<String, ?> metadata) {
        var all = new HashMap<String, Object>();
        all.put(MetadataKeys.TENANT, "demo");
        all.put(MetadataKeys.ACTOR, "tester");
        all.putAll(metadata);
        var answer = new CompletableFuture<CommandResultMessage<CommandResult>>();
        bean(CommandBus.class)
                .<Object, CommandResult>dispatch(
                        new GenericCommandMessage<>(command, all),
                        (_, result) -> {
                            @SuppressWarnings(
                                    "unchecked") // every command of Daybook answers with a
                            // CommandResult
                            var typed = (CommandResultMessage<CommandResult>) result;
                            answer.complete(typed);
                        });
        return answer;
    }

    /** The history of an entity, as the log has it. */
    public List<Object> history(Object id) {
        return bean(EventStore.class)
                .readEvents(id.toString())
                .asStream()
                .<Object>map(DomainEventMessage::getPayload)
                .toList();
    }

    public List<String> historyNames(Object id) {
        return history(id).stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    /** The order of the fixtures under another id. */
    public static PlaceOrder anOrder(OrderId id, String token) {
        PlaceOrder order = OrderFixtures.placeOrder();
        return new PlaceOrder(
                id,
                order.customerId(),
                order.lines(),
                null,
                order.shippingFee(),
                new PaymentTerms("card", token),
                null,
                Map.of());
    }

    public static OrderId newOrderId() {
        return OrderId.of(UUID.randomUUID());
    }

    @Override
    public void close() {
        context.close();
    }
}
