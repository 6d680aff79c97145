package io.daybook.command.process;

import io.daybook.domain.inventory.AllocationPolicy.Offer;
import io.daybook.domain.inventory.FindSku;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.projection.ProjectionProgress;
import io.daybook.domain.read.Document;
import io.daybook.domain.read.Lookup;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.TenantId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Offers as the read model tells them, not older than the event that asks. */
final class ReadOffers implements StockOffers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final QueryGateway queries;
    private final ProjectionProgress progress;

    ReadOffers(QueryGateway queries, ProjectionProgress progress) {
        this.queries = queries;
        this.progress = progress;
    }

    @Override
    public List<Offer> of(TenantId tenant, Collection<Sku> skus, EventMessage<?> cause) {
        long position = position(cause);
        if (await(progress.await(ProjectionNames.STOCK, position, PATIENCE)) < position) {
            throw new IllegalStateException(
                    "the read model of stock is behind position " + position);
        }
        var answers =
                skus.stream()
                        .map(sku -> queries.query(new FindSku(tenant, sku), Lookup.class))
                        .toList();
        return answers.stream().flatMap(answer -> offers(await(answer).document())).toList();
    }

    private static long position(EventMessage<?> message) {
        return message instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElse(0)
                : 0;
    }

    private static Stream<Offer> offers(@Nullable Document found) {
        if (found == null) {
            return Stream.empty();
        }
        JsonNode item = JSON.readTree(found.json());
        var sku = new Sku(item.path("sku").asString());
        return item.path("locations")
                .valueStream()
                .map(each ->
                        new Offer(
                                sku,
                                new Location(each.path("location").asString()),
                                each.path("available").asLong(),
                                each.path("backorderLimit").asInt()));
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("nobody tells what the locations have", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for offers", e);
        }
    }
}
