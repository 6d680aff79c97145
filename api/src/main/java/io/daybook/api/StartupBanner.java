package io.daybook.api;

import io.daybook.api.security.DemoToken;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the program where it listens and how to place a first order. */
@Component
final class StartupBanner {

    private final DemoToken demoToken;

    StartupBanner(DemoToken demoToken) {
        this.demoToken = demoToken;
    }

    @EventListener
    @SuppressWarnings("SystemOut") // for the person at the terminal, whatever the log level
    void ready(ApplicationReadyEvent event) {
        if (!(event.getApplicationContext() instanceof WebServerApplicationContext context)
                || context.getWebServer() == null) {
            return;
        }
        String url = "http://localhost:" + context.getWebServer().getPort();
        System.out.printf("%nDaybook listens at %s   (API: %s/docs)%n", url, url);
        demoToken.issue().ifPresent(token -> System.out.print(firstOrder(token, url)));
        System.out.flush();
    }

    private static String firstOrder(String token, String url) {
        return """

        Demo token (12 hours, tenant demo):
        %s

        Receive stock and place a first order:
        TOKEN=%s && curl -sS -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{"quantity":10}' %s/api/v1/inventory/TEA-1/main/receive && curl -sS -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -H 'Prefer: wait=5' -d '{"customerId":"C-1","currency":"EUR","lines":[{"sku":"TEA-1","name":"Assam","quantity":1,"unitPrice":"4.90"}],"payment":{"method":"card","token":"tok_approve"}}' %s/api/v1/orders

        """
                .formatted(token, token, url, url);
    }
}
