package io.daybook.api.correlation;

import java.util.regex.Pattern;
import org.axonframework.common.IdentifierFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * The ids of one call.
 *
 * @param requestId the caller's {@code X-Request-Id}, or one of ours
 * @param correlationId one id for everything that the call sets in motion
 */
public record CallIds(String requestId, String correlationId, @Nullable String traceparent) {

    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = CallIds.class.getName();
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]{1,128}");
    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    /** The same answer for the whole exchange. */
    public static CallIds of(ServerWebExchange exchange) {
        CallIds known = exchange.getAttribute(ATTRIBUTE);
        if (known == null) {
            known = read(exchange);
            exchange.getAttributes().put(ATTRIBUTE, known);
        }
        return known;
    }

    private static CallIds read(ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        String given = headers.getFirst(HEADER);
        String requestId =
                given != null && PRINTABLE.matcher(given).matches()
                        ? given
                        : IdentifierFactory.getInstance().generateIdentifier();
        String trace = headers.getFirst("traceparent");
        var traced = trace == null ? null : TRACEPARENT.matcher(trace);
        return traced != null && traced.matches()
                ? new CallIds(requestId, traced.group(1), trace)
                : new CallIds(requestId, requestId, null);
    }
}
