package io.daybook.api.storecredit;

import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.Paths;
import io.daybook.api.security.Caller;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.StoreCreditId;
import java.util.Currency;

/** The part of a path that names an account; the tenant comes from the caller. */
record StoreCreditPath(CustomerId customer, Currency currency) {

    static StoreCreditPath of(String customerId, String currency) {
        var checks = new Checks();
        Currency known = checks.currency("/currency", currency);
        checks.done();
        return new StoreCreditPath(Paths.id("customerId", customerId, CustomerId::new), known);
    }

    StoreCreditId account(Caller caller) {
        return new StoreCreditId(caller.tenant(), currency, customer);
    }
}
