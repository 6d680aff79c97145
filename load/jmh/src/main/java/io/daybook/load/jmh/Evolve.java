package io.daybook.load.jmh;

import org.openjdk.jmh.annotations.Benchmark;

/** One event is folded into the state before it. */
public class Evolve {

    @Benchmark
    public Object orderPlaced(Cart cart) {
        return cart.initial.evolve(cart.placed);
    }

    @Benchmark
    public Object stockReserved(Stock stock) {
        return stock.state().evolve(stock.event());
    }

    @Benchmark
    public Object authorisationRequested(Payments payment) {
        return payment.initial.evolve(payment.requested);
    }

    @Benchmark
    public Object paymentAuthorised(Payments payment) {
        return payment.asked.evolve(payment.authorised);
    }
}
