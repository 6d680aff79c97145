package io.daybook.query;

import io.daybook.query.audit.LogQueryHandler;
import io.daybook.query.inventory.StockQueryHandler;
import io.daybook.query.order.OrderQueryHandler;
import io.daybook.query.payment.PaymentQueryHandler;
import io.daybook.query.returns.ReturnQueryHandler;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/** Wires the query handlers on the reactive connection pool. */
@AutoConfiguration
public class QuerySideAutoConfiguration {

    @Bean
    OrderQueryHandler orderQueryHandler(ConnectionFactory connections) {
        return new OrderQueryHandler(DatabaseClient.create(connections));
    }

    @Bean
    StockQueryHandler stockQueryHandler(ConnectionFactory connections) {
        return new StockQueryHandler(DatabaseClient.create(connections));
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
    LogQueryHandler logQueryHandler(ConnectionFactory connections) {
        return new LogQueryHandler(DatabaseClient.create(connections));
    }
}
