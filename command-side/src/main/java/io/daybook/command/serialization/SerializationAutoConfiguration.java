package io.daybook.command.serialization;

import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.returns.ReturnEvent;
import io.daybook.domain.storecredit.StoreCreditEvent;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Wires the three serializers that Axon asks for: events by logical name, messages and everything
 * else by class.
 */
@AutoConfiguration(before = AxonAutoConfiguration.class)
public class SerializationAutoConfiguration {

    @Bean
    @Primary
    Serializer serializer() {
        return StoredJson.serializer().build();
    }

    @Bean
    @Qualifier("messageSerializer") Serializer messageSerializer() {
        return StoredJson.serializer().build();
    }

    @Bean
    @Qualifier("eventSerializer") Serializer eventSerializer() {
        return new EventSerializer(
                new EventTypes(
                        List.of(
                                OrderEvent.class,
                                StockEvent.class,
                                PaymentEvent.class,
                                ReturnEvent.class,
                                StoreCreditEvent.class)));
    }
}
