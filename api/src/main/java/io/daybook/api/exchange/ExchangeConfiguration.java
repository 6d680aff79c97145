package io.daybook.api.exchange;

import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Puts our own mapping of requests to calls in the place of the framework's. */
@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

    @Bean
    WebFluxRegistrations strictMapping() {
        return new WebFluxRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new StrictHandlerMapping();
            }
        };
    }
}
