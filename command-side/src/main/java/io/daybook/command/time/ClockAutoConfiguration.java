package io.daybook.command.time;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Wires the clock of events, ids, processes and projections. It can be put wrong, because clocks of
 * machines are wrong at times, and nothing may depend on that.
 */
@AutoConfiguration
public class ClockAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ClockAutoConfiguration.class);

    @Bean
    @ConditionalOnMissingBean
    Clock clock(@Value("${daybook.clock.offset:0s}") Duration offset) {
        if (!offset.isZero()) {
            log.warn("The clock is put wrong by {}: daybook.clock.offset is for tests", offset);
        }
        return Clock.offset(Clock.systemUTC(), offset);
    }

    @Bean
    FrameworkClocks frameworkClocks(Clock clock) {
        return new FrameworkClocks(clock);
    }
}
