package io.daybook.command.idempotency;

import io.daybook.domain.message.AnswerStore;
import io.daybook.domain.message.StoredAnswer;
import io.daybook.domain.shared.TenantId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Keeps the fuller answers, off the caller's thread because the caller is an event loop. */
final class StoredAnswers implements AnswerStore {

    private final IdempotencyTable table;
    private final ResultJson json;
    private final Executor executor;

    StoredAnswers(IdempotencyTable table, ResultJson json, Executor executor) {
        this.table = table;
        this.json = json;
        this.executor = executor;
    }

    @Override
    public CompletableFuture<StoredAnswer> remember(
            TenantId tenant, String route, String key, StoredAnswer answer) {
        var scope = new KeyScope(tenant.value(), route, key);
        return CompletableFuture.supplyAsync(
                () -> {
                    String counts = table.rememberAnswer(scope, json.write(answer));
                    return counts == null ? answer : json.readAnswer(counts);
                },
                executor);
    }

    @Override
    public CompletableFuture<Boolean> knows(TenantId tenant, String route, String key) {
        var scope = new KeyScope(tenant.value(), route, key);
        return CompletableFuture.supplyAsync(() -> table.find(scope).isPresent(), executor);
    }
}
