package io.daybook.command.process;

import io.daybook.domain.payment.OfflineMethod;
import io.daybook.domain.payment.OfflinePaymentRecorded;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.RefundFailed;
import io.daybook.domain.payment.RefundRequested;
import io.daybook.domain.returns.RefundStep;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.storecredit.StoreCreditGranted;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The money that really moves for returns, as payments and accounts tell and not the returns. */
final class RefundBook {

    private final Map<ReturnId, Map<String, BigDecimal>> moved = new HashMap<>();

    /** Refunded or about to be, credited, or carried to an exchange. */
    BigDecimal moved(ReturnId id) {
        return moved.getOrDefault(id, Map.of()).values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    void note(PaymentEvent event) {
        String where = event.paymentId().value();
        switch (event) {
            case RefundRequested e -> move(e.operationId(), where, e.amount().amount());
            case RefundFailed e -> move(e.operationId(), where, BigDecimal.ZERO);
            case OfflinePaymentRecorded e -> {
                if (e.method().equals(OfflineMethod.EXCHANGE.code())) {
                    move(e.reference(), where, e.amount().amount());
                }
            }
            default -> {
                // What is refunded was asked for before.
            }
        }
    }

    void note(StoreCreditGranted event) {
        move(event.grantId(), event.accountId().toString(), event.amount().amount());
    }

    private void move(String operation, String where, BigDecimal amount) {
        RefundStep.returnOf(operation)
                .ifPresent(id ->
                        moved.computeIfAbsent(id, _ -> new LinkedHashMap<>())
                                .put(operation + "@" + where, amount));
    }
}
