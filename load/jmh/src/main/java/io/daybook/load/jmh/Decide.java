package io.daybook.load.jmh;

import io.daybook.domain.inventory.StockDecider;
import io.daybook.domain.order.OrderDecider;
import io.daybook.domain.payment.PaymentDecider;
import org.openjdk.jmh.annotations.Benchmark;

/** Commands become events, or a refusal. */
public class Decide {

    @Benchmark
    public Object placeOrder(Cart cart) {
        return OrderDecider.decide(cart.place, cart.initial);
    }

    @Benchmark
    public Object recordStockReserved(Cart cart) {
        return OrderDecider.decide(cart.recordReserved, cart.afterPlaced);
    }

    @Benchmark
    public Object reserveStock(Stock stock) {
        return StockDecider.decide(stock.command(), stock.state());
    }

    @Benchmark
    public Object authorisePayment(Payments payment) {
        return PaymentDecider.decide(payment.authorise, payment.initial);
    }

    @Benchmark
    public Object recordProviderOutcome(Payments payment) {
        return PaymentDecider.decide(payment.approved, payment.asked);
    }

    @Benchmark
    public Object capturePayment(Payments payment) {
        return PaymentDecider.decide(payment.capture, payment.held);
    }
}
