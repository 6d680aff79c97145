package io.daybook.command.payment;

import io.daybook.domain.payment.ProviderCallbacks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Reads the callbacks of the sandbox, unless an adapter of a real provider reads its own. On every
 * node: whoever takes a callback has to verify it, wherever its command is handled.
 */
@AutoConfiguration
public class CallbackAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ProviderCallbacks providerCallbacks(
            Clock clock,
            @Value("${daybook.payments.webhook-secret:}") String secret,
            @Value("${daybook.payments.webhook-tolerance:5m}") Duration tolerance) {
        return new SandboxCallbacks(
                secret.isBlank() ? null : new CallbackSignature(secret, tolerance, clock));
    }
}
