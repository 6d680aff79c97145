package io.daybook.api.security;

import com.nimbusds.jose.jwk.JWKSet;
import io.daybook.api.problem.ProblemException;
import io.daybook.domain.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The embedded authorization server of development mode: client credentials only (RFC 6749, section
 * 4.4).
 */
@RestController
final class TokenController {

    private final @Nullable DevelopmentAuthority authority;

    TokenController(Optional<DevelopmentAuthority> authority) {
        this.authority = authority.orElse(null);
    }

    @PostMapping(path = "/oauth2/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<Map<String, Object>>> token(ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> answer(exchange, form))
                .onErrorReturn(
                        IllegalArgumentException.class,
                        error(HttpStatus.BAD_REQUEST, "invalid_request"));
    }

    @GetMapping("/oauth2/jwks")
    ResponseEntity<Map<String, Object>> keys() {
        return authority == null
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok(new JWKSet(authority.publicKey()).toJSONObject());
    }

    private ResponseEntity<Map<String, Object>> answer(
            ServerWebExchange exchange, MultiValueMap<String, String> form) {
        if (authority == null) {
            throw ProblemException.of(
                    HttpStatus.NOT_FOUND,
                    "not-found",
                    "Tokens come from the issuer; only development mode issues its own.");
        }
        if (!"client_credentials".equals(form.getFirst("grant_type"))) {
            return error(HttpStatus.BAD_REQUEST, "unsupported_grant_type");
        }
        if (!isClient(authority.client(), exchange, form)) {
            return error(HttpStatus.UNAUTHORIZED, "invalid_client");
        }
        String asked = form.getFirst("scope");
        String scope =
                asked == null || asked.isBlank() ? String.join(" ", Scopes.ALL) : asked.trim();
        if (!Scopes.ALL.containsAll(Arrays.asList(scope.split(" +")))) {
            return error(HttpStatus.BAD_REQUEST, "invalid_scope");
        }
        TenantId tenant;
        try {
            String named = form.getFirst("tenant");
            tenant = new TenantId(named == null ? "demo" : named);
        } catch (IllegalArgumentException e) {
            return error(HttpStatus.BAD_REQUEST, "invalid_request");
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("access_token", authority.token(tenant, scope));
        body.put("token_type", "Bearer");
        body.put("expires_in", DevelopmentAuthority.LIFETIME.toSeconds());
        body.put("scope", scope);
        return ResponseEntity.ok(body);
    }

    private static boolean isClient(
            SecurityProperties.DemoClient client,
            ServerWebExchange exchange,
            MultiValueMap<String, String> form) {
        String given = form.getFirst("client_id") + ':' + form.getFirst("client_secret");
        String header = exchange.getRequest().getHeaders().getFirst("Authorization");
        if (header != null && header.startsWith("Basic ")) {
            try {
                given =
                        new String(
                                Base64.getDecoder().decode(header.substring(6).trim()),
                                StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
        byte[] expected = (client.id() + ':' + client.secret()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<Map<String, Object>> error(HttpStatus status, String error) {
        return ResponseEntity.status(status).body(Map.of("error", error));
    }
}
