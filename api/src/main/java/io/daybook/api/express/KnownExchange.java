package io.daybook.api.express;

import java.security.Principal;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.adapter.DefaultServerWebExchange;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.session.WebSessionManager;
import reactor.core.publisher.Mono;

/** An exchange whose caller is known from the beginning. */
final class KnownExchange extends DefaultServerWebExchange {

    /** There are no sessions. */
    private static final WebSessionManager NO_SESSIONS = _ -> Mono.empty();

    private static final ServerCodecConfigurer CODECS = ServerCodecConfigurer.create();
    private static final AcceptHeaderLocaleContextResolver LOCALES =
            new AcceptHeaderLocaleContextResolver();

    private final Authentication caller;

    KnownExchange(ServerHttpRequest request, ServerHttpResponse response, Authentication caller) {
        super(request, response, NO_SESSIONS, CODECS, LOCALES);
        this.caller = caller;
    }

    @Override
    @SuppressWarnings("unchecked") // as the interface wants it
    public <T extends Principal> Mono<T> getPrincipal() {
        return Mono.just((T) caller);
    }
}
