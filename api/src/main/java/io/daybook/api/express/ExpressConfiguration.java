package io.daybook.api.express;

import io.daybook.api.problem.Problems;
import io.daybook.api.ratelimit.EveryAnswer;
import io.daybook.api.ratelimit.RateLimits;
import io.daybook.api.security.KnownCallers;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Puts the short way before the long one; not where requests are traced, because the long way opens
 * their spans.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "daybook.http.express", havingValue = "true")
class ExpressConfiguration {

    @Bean
    HttpHandlerDecoratorFactory express(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping calls,
            KnownCallers callers,
            EveryAnswer everyAnswer,
            RateLimits limits,
            Problems problems,
            MeterRegistry meters) {
        return longWay ->
                new ExpressHandler(
                        longWay,
                        new ExpressRoutes(calls),
                        callers,
                        everyAnswer,
                        limits,
                        problems,
                        new ExpressMetrics(meters));
    }
}
