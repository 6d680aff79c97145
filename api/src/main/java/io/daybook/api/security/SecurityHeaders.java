package io.daybook.api.security;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.header.CacheControlServerHttpHeadersWriter;
import org.springframework.security.web.server.header.ContentTypeOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter;
import org.springframework.security.web.server.header.StrictTransportSecurityServerHttpHeadersWriter;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.header.XXssProtectionServerHttpHeadersWriter;

/**
 * What the OWASP secure headers project asks of every answer, as the framework would write it.
 * Whoever answers may say otherwise, for example that a file may be cached.
 */
public final class SecurityHeaders {

    private static final String STRICT_TRANSPORT = "max-age=31536000 ; includeSubDomains";

    private static final Map<String, String> ALWAYS =
            Map.of(
                    HttpHeaders.CACHE_CONTROL,
                    CacheControlServerHttpHeadersWriter.CACHE_CONTROL_VALUE,
                    HttpHeaders.PRAGMA,
                    CacheControlServerHttpHeadersWriter.PRAGMA_VALUE,
                    HttpHeaders.EXPIRES,
                    CacheControlServerHttpHeadersWriter.EXPIRES_VALUE,
                    ContentTypeOptionsServerHttpHeadersWriter.X_CONTENT_OPTIONS,
                    ContentTypeOptionsServerHttpHeadersWriter.NOSNIFF,
                    XFrameOptionsServerHttpHeadersWriter.X_FRAME_OPTIONS,
                    "DENY",
                    XXssProtectionServerHttpHeadersWriter.X_XSS_PROTECTION,
                    "0",
                    "Content-Security-Policy",
                    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
                    ReferrerPolicyServerHttpHeadersWriter.REFERRER_POLICY,
                    "no-referrer");

    private SecurityHeaders() {}

    public static void set(ServerHttpRequest request, HttpHeaders headers) {
        ALWAYS.forEach(headers::set);
        if ("https".equalsIgnoreCase(request.getURI().getScheme())) {
            headers.set(
                    StrictTransportSecurityServerHttpHeadersWriter.STRICT_TRANSPORT_SECURITY,
                    STRICT_TRANSPORT);
        }
    }
}
