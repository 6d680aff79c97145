package io.daybook.api.returns;

import io.daybook.domain.returns.ReturnWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How much time a shop gives its customers. */
@Component
final class ReturnTimes {

    private final Clock clock;
    private final ReturnWindow window;
    private final Duration sendBack;

    ReturnTimes(
            Clock clock,
            @Value("${daybook.returns.window:30d}") Duration window,
            @Value("${daybook.returns.claim-window:730d}") Duration claims,
            @Value("${daybook.returns.send-back:30d}") Duration sendBack) {
        this.clock = clock;
        this.window = new ReturnWindow(window, claims);
        this.sendBack = sendBack;
    }

    ReturnWindow window() {
        return window;
    }

    Instant now() {
        return clock.instant();
    }

    /** Until when goods have to arrive that are approved now. */
    Instant deadline() {
        return clock.instant().plus(sendBack);
    }
}
