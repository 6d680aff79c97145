package io.daybook.load.jmh;

import io.daybook.domain.payment.AuthorisationRequested;
import io.daybook.domain.payment.AuthorisePayment;
import io.daybook.domain.payment.CapturePayment;
import io.daybook.domain.payment.PaymentAuthorised;
import io.daybook.domain.payment.PaymentState;
import io.daybook.domain.payment.ProviderOutcome;
import io.daybook.domain.payment.RecordProviderOutcome;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The payment of an order, from the intent to the capture. */
@State(Scope.Thread)
public class Payments {

    private static final PaymentId ID = PaymentId.forOrder(Cart.ID);
    private static final Money AMOUNT = Cart.euros("49.90");

    // Not final: the compiler would compute the result once and for all.
    AuthorisePayment authorise =
            new AuthorisePayment(ID, Cart.ID, AMOUNT, "sandbox", "tok_approve");
    AuthorisationRequested requested =
            new AuthorisationRequested(ID, Cart.ID, "authorise", AMOUNT, "sandbox", "tok_approve");
    RecordProviderOutcome approved =
            new RecordProviderOutcome(ID, "authorise", new ProviderOutcome.Approved("ref-1"));
    PaymentAuthorised authorised = new PaymentAuthorised(ID, Cart.ID, "authorise", AMOUNT, "ref-1");
    CapturePayment capture = new CapturePayment(ID, null, "shipment-1");

    PaymentState initial = PaymentState.initial();
    PaymentState asked = initial.evolve(requested);
    PaymentState held = asked.evolve(authorised);
}
