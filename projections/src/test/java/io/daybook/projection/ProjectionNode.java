package io.daybook.projection;

import static org.awaitility.Awaitility.await;

import io.daybook.command.database.TestDatabase;
import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.message.MetadataKeys;
import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.projection.ProjectionProgress;
import io.daybook.domain.returns.ReturnEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.awaitility.core.ThrowingRunnable;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A node that runs the projections, and nothing that would react to the events of a test. */
public final class ProjectionNode implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @EnableAutoConfiguration(
            exclude = {
                XStreamAutoConfiguration.class,
                UpdateCheckerAutoConfiguration.class,
                R2dbcAutoConfiguration.class
            })
    static class Application {}

    private final ConfigurableApplicationContext context;
    private final Map<String, Long> sequences = new HashMap<>();

    private ProjectionNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static ProjectionNode start() {
        return on(TestDatabase.fresh());
    }

    /** Takes further configuration classes, and properties as {@code name=value}. */
    public static ProjectionNode on(TestDatabase database, Object... more) {
        var application =
                new SpringApplicationBuilder(Application.class)
                        .web(WebApplicationType.NONE)
                        .properties(
                                "daybook.datasource.url=" + database.url(),
                                "daybook.datasource.username=" + database.username(),
                                "daybook.datasource.password=" + database.password(),
                                "daybook.roles=projection",
                                "daybook.projections.retry-interval=200ms",
                                "spring.main.banner-mode=off",
                                "logging.level.root=warn",
                                "axon.axonserver.enabled=false",
                                "axon.update-check.disabled=true",
                                "axon.timeout.enabled=false");
        for (var each : more) {
            if (each instanceof String property) {
                application.properties(property);
            } else {
                application.sources((Class<?>) each);
            }
        }
        return new ProjectionNode(application.run());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcTemplate sql() {
        return new JdbcTemplate(bean(DataSource.class));
    }

    /** Appends events in one transaction, each as the next one of its entity. */
    public void append(Object... events) {
        append(List.of(events));
    }

    public void append(List<?> events) {
        var messages = new ArrayList<DomainEventMessage<?>>();
        for (var event : events) {
            var id = idOf(event);
            messages.add(message(event, id, sequences.merge(id, 0L, (last, zero) -> last + 1)));
        }
        bean(EventStore.class).publish(messages);
    }

    /** Appends an event at a place of its own choice. */
    public void appendAt(long sequence, Object event) {
        bean(EventStore.class).publish(message(event, idOf(event), sequence));
    }

    private static DomainEventMessage<?> message(Object event, String id, long sequence) {
        return new GenericDomainEventMessage<>(
                typeOf(event), id, sequence, event, MetaData.with(MetadataKeys.TENANT, "demo"));
    }

    private static String typeOf(Object event) {
        return switch (event) {
            case OrderEvent _ -> "order";
            case PaymentEvent _ -> "payment";
            case ReturnEvent _ -> "return";
            default -> "stock-item";
        };
    }

    private static String idOf(Object event) {
        return switch (event) {
            case OrderEvent e -> e.orderId().toString();
            case PaymentEvent e -> e.paymentId().toString();
            case ReturnEvent e -> e.returnId().toString();
            case StockEvent e -> e.stockItemId().toString();
            default -> throw new IllegalArgumentException("What is " + event);
        };
    }

    public long head() {
        return required(
                sql().queryForObject(
                                "SELECT max(global_index) FROM daybook.domain_event_entry",
                                Long.class));
    }

    /** Waits until everything that was appended is applied or set aside. */
    public void catchUp(String... projections) {
        var progress = bean(ProjectionProgress.class);
        for (var projection : projections) {
            var reached = progress.await(projection, head(), PATIENCE).join();
            if (reached < head()) {
                throw new AssertionError(
                        "%s reached only %d of %d".formatted(projection, reached, head()));
            }
        }
    }

    public long count(String table, String condition) {
        return required(
                sql().queryForObject(
                                "SELECT count(*) FROM " + table + " WHERE " + condition,
                                Long.class));
    }

    public void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(assertion);
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    @Override
    public void close() {
        context.close();
    }
}
