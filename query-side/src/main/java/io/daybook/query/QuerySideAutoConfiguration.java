package io.daybook.query;

import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.inventory.StockItemView;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.PaymentView;
import io.daybook.domain.returns.ReturnEvent;
import io.daybook.domain.returns.ReturnView;
import io.daybook.domain.storecredit.StoreCreditEvent;
import io.daybook.domain.storecredit.StoreCreditView;
import io.daybook.query.audit.LogQueryHandler;
import io.daybook.query.dryrun.DryRunQueryHandler;
import io.daybook.query.history.TimeTravel;
import io.daybook.query.inventory.StockHistory;
import io.daybook.query.inventory.StockQueryHandler;
import io.daybook.query.order.OrderHistory;
import io.daybook.query.order.OrderQueryHandler;
import io.daybook.query.payment.PaymentQueryHandler;
import io.daybook.query.process.ProcessQueryHandler;
import io.daybook.query.returns.ReturnQueryHandler;
import io.daybook.query.storecredit.StoreCreditQueryHandler;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Option;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.netty.resources.LoopResources;

/** Wires the query handlers on the reactive connection pool. */
@AutoConfiguration
public class QuerySideAutoConfiguration {

    /** Reads run on the threads of the server that asks for them, when it tells which. */
    @Bean
    ConnectionFactoryOptionsBuilderCustomizer sharedEventLoops(
            ObjectProvider<LoopResources> eventLoops) {
        return options ->
                eventLoops.ifAvailable(
                        loops -> options.option(Option.valueOf("loopResources"), loops));
    }

    @Bean
    OrderQueryHandler orderQueryHandler(ConnectionFactory connections) {
        return new OrderQueryHandler(DatabaseClient.create(connections));
    }

    @Bean
    StockQueryHandler stockQueryHandler(ConnectionFactory connections) {
        return new StockQueryHandler(DatabaseClient.create(connections));
    }

    @Bean
    StockHistory stockHistory(ConnectionFactory connections) {
        return new StockHistory(DatabaseClient.create(connections));
    }

    @Bean
    PaymentQueryHandler paymentQueryHandler(ConnectionFactory connections) {
        return new PaymentQueryHandler(DatabaseClient.create(connections));
    }

    @Bean
    ReturnQueryHandler returnQueryHandler(ConnectionFactory connections) {
        return new ReturnQueryHandler(DatabaseClient.create(connections));
    }

    @Bean
    StoreCreditQueryHandler storeCreditQueryHandler(ConnectionFactory connections) {
        return new StoreCreditQueryHandler(DatabaseClient.create(connections));
    }

    @Bean
    LogQueryHandler logQueryHandler(ConnectionFactory connections) {
        return new LogQueryHandler(DatabaseClient.create(connections));
    }

    /** A kind of entity joins with the fold of its view. */
    @Bean
    DryRunQueryHandler dryRunQueryHandler(ConnectionFactory connections) {
        var database = DatabaseClient.create(connections);
        return new DryRunQueryHandler(
                Map.of(
                        "ord",
                        new OrderHistory(database)::continued,
                        "stk",
                        new TimeTravel<>(database, StockEvent.class, StockItemView::evolve)
                                ::continued,
                        "pay",
                        new TimeTravel<>(database, PaymentEvent.class, PaymentView::evolve)
                                ::continued,
                        "ret",
                        new TimeTravel<>(database, ReturnEvent.class, ReturnView::evolve)
                                ::continued,
                        "scr",
                        new TimeTravel<>(database, StoreCreditEvent.class, StoreCreditView::evolve)
                                ::continued));
    }

    @Bean
    ProcessQueryHandler processQueryHandler(ConnectionFactory connections) {
        return new ProcessQueryHandler(DatabaseClient.create(connections));
    }
}
