package io.daybook.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.command.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

class EventStoreAutoConfigurationIT {

    private final TestDatabase database = TestDatabase.fresh();

    // The reactive driver is on the class path of the query side only.
    @EnableAutoConfiguration(
            exclude = {
                XStreamAutoConfiguration.class,
                UpdateCheckerAutoConfiguration.class,
                R2dbcAutoConfiguration.class
            })
    static class Application {

        @Bean
        Notes notes() {
            return new Notes();
        }
    }

    record Noted(String text) {}

    @ProcessingGroup("notes")
    static final class Notes {

        final List<String> seen = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(Noted noted, TrackingToken token) {
            seen.add(noted.text() + "@" + token.position().orElseThrow());
        }
    }

    @Test
    void givesAxonTheLogOnPostgres() {
        try (var context = start()) {
            assertThat(context.getBean(TransactionManager.class))
                    .isInstanceOf(SpringTransactionManager.class);
            assertThat(context.getBean(EventBus.class)).isInstanceOf(EmbeddedEventStore.class);
            assertThat(context.getBean(TokenStore.class)).isInstanceOf(FencedTokenStore.class);
            assertThat(context.getBean(QueryBus.class)).isInstanceOf(SimpleQueryBus.class);
            assertThat(context.getBeansOfType(Serializer.class)).hasSize(3);
            assertThat(context.getBean(DataSource.class))
                    .isInstanceOf(LazyConnectionDataSourceProxy.class);
            assertThat(context.getBean(HikariDataSource.class).getMetricsTrackerFactory())
                    .isNotNull();
            assertThat(
                            context.getBean(R2dbcConnectionDetails.class)
                                    .getConnectionFactoryOptions()
                                    .toString())
                    .contains("driver=postgresql");
        }
    }

    @Test
    void deliversToProcessorsAndGoesOnAfterARestart() {
        try (var context = start()) {
            var notes = context.getBean(Notes.class);
            context.getBean(EventGateway.class).publish(new Noted("first"));
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(notes.seen).containsExactly("first@1"));
            var processor =
                    context.getBean(EventProcessingConfiguration.class)
                            .eventProcessor("notes", PooledStreamingEventProcessor.class)
                            .orElseThrow();
            assertThat(processor.getTokenStoreIdentifier()).isNotEmpty();
        }
        try (var context = start()) {
            var notes = context.getBean(Notes.class);
            var gateway = context.getBean(EventGateway.class);
            gateway.publish(new Noted("second"));
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(notes.seen).containsExactly("second@2"));

            var published = System.nanoTime();
            gateway.publish(new Noted("third"));
            await().pollInterval(Duration.ofMillis(1)).until(() -> notes.seen.size() == 2);
            System.out.printf(
                    "publish to processor: %d ms%n", (System.nanoTime() - published) / 1_000_000);
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "daybook.datasource.url=" + database.url(),
                        "daybook.datasource.username=" + database.username(),
                        "daybook.datasource.password=" + database.password(),
                        "spring.main.banner-mode=off",
                        "axon.axonserver.enabled=false",
                        "axon.update-check.disabled=true",
                        "axon.timeout.enabled=false",
                        "axon.eventhandling.processors.notes.mode=pooled",
                        "axon.eventhandling.processors.notes.source=eventSource",
                        "axon.eventhandling.processors.notes.initial-segment-count=2")
                .run();
    }
}
