package io.daybook.api.storecredit;

import io.daybook.api.exchange.Answers;
import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.Commands;
import io.daybook.api.exchange.DryRunnable;
import io.daybook.api.exchange.Histories;
import io.daybook.api.exchange.LoggedEvent;
import io.daybook.api.exchange.Parameters;
import io.daybook.api.exchange.Paths;
import io.daybook.api.exchange.QueryParameters;
import io.daybook.api.exchange.Reads;
import io.daybook.api.exchange.Representations;
import io.daybook.api.exchange.StrictJson;
import io.daybook.api.exchange.TimeOrderedIds;
import io.daybook.api.security.Caller;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.storecredit.FindStoreCredit;
import io.daybook.domain.storecredit.FindStoreCreditAt;
import io.daybook.domain.storecredit.GrantStoreCredit;
import io.daybook.domain.storecredit.ListStoreCredit;
import io.daybook.domain.storecredit.StoreCreditView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Grants store credit, and shows what is left of it. */
@DryRunnable
@RestController
@RequestMapping(path = "/api/v1/store-credit")
@Tag(name = "Payments")
final class StoreCreditController {

    private final StrictJson json;
    private final Commands commands;
    private final Answers answers;
    private final Representations representations;
    private final Reads reads;
    private final Histories histories;
    private final TimeOrderedIds ids;

    StoreCreditController(
            StrictJson json,
            Commands commands,
            Answers answers,
            Representations representations,
            Reads reads,
            Histories histories,
            TimeOrderedIds ids) {
        this.json = json;
        this.commands = commands;
        this.answers = answers;
        this.representations = representations;
        this.reads = reads;
        this.histories = histories;
        this.ids = ids;
    }

    record GrantCreditRequest(@Nullable String amount, @Nullable String reason) {}

    @Operation(summary = "Gives a customer credit; opens the account on first use")
    @RequestBody(content = @Content(schema = @Schema(implementation = GrantCreditRequest.class)))
    @AnswersWith(StoreCreditAnswer.class)
    @PostMapping(
            path = "/{customerId}/{currency}/grants",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> grant(
            @PathVariable String customerId,
            @PathVariable String currency,
            ServerWebExchange exchange) {
        StoreCreditPath path = StoreCreditPath.of(customerId, currency);
        return Caller.of(exchange)
                .flatMap(caller ->
                        commands.body(exchange)
                                .flatMap(body ->
                                        commands.send(
                                                exchange, caller, grant(path, caller, body), body))
                                .flatMap(outcome ->
                                        representations.answer(
                                                exchange,
                                                caller,
                                                outcome,
                                                answers.plain(
                                                        outcome,
                                                        StoreCreditAnswer.of(outcome),
                                                        null),
                                                ProjectionNames.STORE_CREDIT,
                                                new FindStoreCredit(
                                                        caller.tenant(), path.account(caller)))));
    }

    private GrantStoreCredit grant(StoreCreditPath path, Caller caller, byte[] body) {
        var request = json.read(body, GrantCreditRequest.class);
        var checks = new Checks();
        Money amount = checks.positiveAmount("/amount", request.amount, path.currency());
        String reason = checks.text("/reason", request.reason, 500);
        checks.done();
        return new GrantStoreCredit(path.account(caller), "grant-" + ids.next(), amount, reason);
    }

    @Operation(summary = "Lists store credit accounts; filter: customerId")
    @QueryParameters({"customerId", "limit", "cursor"})
    @AnswersWith(value = StoreCreditView.class, list = true)
    @GetMapping
    Mono<ResponseEntity<byte[]>> list(ServerWebExchange exchange) {
        String customer = Parameters.text(exchange, "customerId");
        return Caller.of(exchange)
                .flatMap(caller ->
                        reads.page(
                                exchange,
                                ProjectionNames.STORE_CREDIT,
                                new ListStoreCredit(
                                        caller.tenant(),
                                        customer == null
                                                ? null
                                                : Paths.id("customerId", customer, CustomerId::new),
                                        Parameters.pageRequest(exchange))));
    }

    @Operation(
            summary =
                    "The account as it is, or as it was at a version or an instant (?version=, ?asOf=)")
    @AnswersWith(StoreCreditView.class)
    @QueryParameters({"version", "asOf"})
    @GetMapping("/{customerId}/{currency}")
    Mono<ResponseEntity<byte[]>> find(
            @PathVariable String customerId,
            @PathVariable String currency,
            ServerWebExchange exchange) {
        StoreCreditPath path = StoreCreditPath.of(customerId, currency);
        return Caller.of(exchange)
                .flatMap(caller ->
                        reads.one(
                                exchange,
                                ProjectionNames.STORE_CREDIT,
                                "store credit account",
                                Parameters.moment(exchange)
                                        .<Object>map(moment ->
                                                new FindStoreCreditAt(
                                                        caller.tenant(),
                                                        path.account(caller),
                                                        moment))
                                        .orElseGet(() ->
                                                new FindStoreCredit(
                                                        caller.tenant(), path.account(caller)))));
    }

    @Operation(summary = "Everything that happened to the account")
    @QueryParameters({"fromVersion", "toVersion", "type", "limit", "cursor"})
    @AnswersWith(value = LoggedEvent.class, list = true)
    @GetMapping("/{customerId}/{currency}/events")
    Mono<ResponseEntity<byte[]>> events(
            @PathVariable String customerId,
            @PathVariable String currency,
            ServerWebExchange exchange) {
        StoreCreditPath path = StoreCreditPath.of(customerId, currency);
        return Caller.of(exchange)
                .flatMap(caller ->
                        histories.of(
                                exchange,
                                caller,
                                "store-credit",
                                path.account(caller).toString(),
                                new FindStoreCredit(caller.tenant(), path.account(caller))));
    }
}
