package io.daybook.query;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.daybook.command.database.TestDatabase;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.MetadataKeys;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.projection.ProjectionProgress;
import io.daybook.domain.read.Document;
import io.daybook.domain.read.Lookup;
import io.daybook.domain.read.Page;
import io.daybook.domain.shared.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All three sides, asked as the API asks them. Shared by all tests of this JVM, which keep apart by
 * their tenants; stopped with the JVM.
 */
public final class QuerySide {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @EnableAutoConfiguration(
            exclude = {XStreamAutoConfiguration.class, UpdateCheckerAutoConfiguration.class})
    static class Application {}

    private static final class Running {
        static final QuerySide INSTANCE = new QuerySide();

        private Running() {}
    }

    private final ConfigurableApplicationContext context;

    public static QuerySide running() {
        return Running.INSTANCE;
    }

    private QuerySide() {
        var database = TestDatabase.fresh();
        context =
                new SpringApplicationBuilder(Application.class)
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
                        .run();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A tenant that nobody else has. */
    public static TenantId newTenant() {
        return new TenantId("t-" + UUID.randomUUID().toString().substring(0, 8));
    }

    public void accepted(TenantId tenant, Object command) {
        var metadata = Map.of(MetadataKeys.TENANT, tenant.value(), MetadataKeys.ACTOR, "tester");
        var answer = new CompletableFuture<@Nullable Object>();
        bean(CommandBus.class)
                .dispatch(
                        new GenericCommandMessage<>(command, metadata),
                        (_, result) ->
                                answer.complete(
                                        result.isExceptional()
                                                ? result.exceptionResult()
                                                : result.getPayload()));
        if (!(answer.orTimeout(30, SECONDS).join() instanceof CommandResult.Accepted)) {
            throw new AssertionError("Not accepted: " + answer.join());
        }
    }

    /** Returns when the read models have everything that is in the log now. */
    public void catchUp() {
        var head = bean(EventStorageEngine.class).createHeadToken().position().orElseThrow();
        for (var projection :
                List.of(ProjectionNames.ORDERS, ProjectionNames.STOCK, ProjectionNames.PAYMENTS)) {
            var reached =
                    bean(ProjectionProgress.class)
                            .await(projection, head, Duration.ofSeconds(20))
                            .join();
            if (reached < head) {
                throw new AssertionError(
                        "%s are at %d, not at %d".formatted(projection, reached, head));
            }
        }
    }

    public @Nullable Document find(Object query) {
        return ask(query, Lookup.class).document();
    }

    public Page list(Object query) {
        return ask(query, Page.class);
    }

    private <T> T ask(Object query, Class<T> type) {
        return bean(QueryGateway.class).query(query, type).orTimeout(10, SECONDS).join();
    }

    /** One property of every item of a page. */
    public static List<String> each(Page page, String property) {
        return page.items().stream().map(item -> json(item).path(property).asString()).toList();
    }

    public static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
