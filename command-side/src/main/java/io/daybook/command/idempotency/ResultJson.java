package io.daybook.command.idempotency;

import io.daybook.domain.inventory.StockReceipt;
import io.daybook.domain.inventory.StockRejection;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.RequestRejection;
import io.daybook.domain.message.StoredAnswer;
import io.daybook.domain.order.OrderReceipt;
import io.daybook.domain.order.OrderRejection;
import io.daybook.domain.order.ReturnOpenedReceipt;
import io.daybook.domain.payment.PaymentReceipt;
import io.daybook.domain.payment.PaymentRejection;
import io.daybook.domain.returns.ReturnReceipt;
import io.daybook.domain.returns.ReturnRejection;
import io.daybook.domain.storecredit.StoreCreditReceipt;
import io.daybook.domain.storecredit.StoreCreditRejection;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** Results as JSON, with names for refusals and receipts that survive a move of a class. */
final class ResultJson {

    private static final List<Class<?>> ROOTS =
            List.of(
                    OrderRejection.class,
                    StockRejection.class,
                    PaymentRejection.class,
                    ReturnRejection.class,
                    StoreCreditRejection.class,
                    RequestRejection.class);

    private static final List<Class<?>> RECEIPTS =
            List.of(
                    OrderReceipt.class,
                    ReturnOpenedReceipt.class,
                    StockReceipt.class,
                    PaymentReceipt.class,
                    ReturnReceipt.class,
                    StoreCreditReceipt.class);

    private final JsonMapper json;

    ResultJson() {
        var builder = JsonMapper.builder();
        for (Class<?> root : ROOTS) {
            kinds(root)
                    .map(kind ->
                            new NamedType(kind, root.getSimpleName() + '.' + kind.getSimpleName()))
                    .forEach(builder::registerSubtypes);
        }
        RECEIPTS.forEach(
                kind -> builder.registerSubtypes(new NamedType(kind, kind.getSimpleName())));
        json = builder.build();
    }

    /** The refusals below a root; a root may be split into groups. */
    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(ResultJson::kinds)
                : Stream.of(type);
    }

    String write(CommandResult result) {
        return json.writerFor(CommandResult.class).writeValueAsString(result);
    }

    CommandResult readResult(String text) {
        return json.readValue(text, CommandResult.class);
    }

    String write(StoredAnswer answer) {
        return json.writeValueAsString(answer);
    }

    StoredAnswer readAnswer(String text) {
        return json.readValue(text, StoredAnswer.class);
    }
}
