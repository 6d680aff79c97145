package io.daybook.api.exchange;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.LoopResources;

/**
 * One set of event loops, for HTTP and for the driver that answers its reads: an answer mostly
 * finds the thread awake that writes it, where two sets of threads would wake each other for every
 * request.
 */
@Configuration(proxyBeanMethods = false)
class EventLoopConfiguration {

    /** With one processor, a slow answer would keep the only loop from all others. */
    private static final int LEAST = 2;

    @Bean(destroyMethod = "dispose")
    LoopResources eventLoops() {
        int threads = Math.max(LEAST, Runtime.getRuntime().availableProcessors());
        return LoopResources.create("daybook-io", threads, true);
    }

    @Bean
    ReactorResourceFactory reactorResourceFactory(LoopResources eventLoops) {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setLoopResources(eventLoops);
        return resources;
    }
}
