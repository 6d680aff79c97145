package io.daybook.api.security;

import com.nimbusds.jose.jwk.ECKey;
import io.daybook.api.problem.ProblemException;
import io.daybook.api.problem.Problems;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import reactor.core.publisher.Flux;

/** A scope for every call; what is not named here is refused. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(SecurityProperties.class)
class SecurityConfiguration {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    /** The system's, because the framework looks at it too when it verifies a token. */
    private static final Clock CLOCK = Clock.systemUTC();

    @Bean
    SecurityWebFilterChain calls(ServerHttpSecurity http, Problems problems) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                // Every answer carries the same ones, also those that come without this chain.
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .authorizeExchange(calls -> calls.anyExchange().access(new CallAuthorization()))
                .oauth2ResourceServer(server ->
                        server.jwt(_ -> {})
                                .authenticationEntryPoint(unauthorised(problems))
                                .accessDeniedHandler(denied(problems)))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(unauthorised(problems))
                                .accessDeniedHandler(denied(problems)))
                .build();
    }

    /**
     * The framework's checks of the request line, but not its look at every header again on every
     * use: the server lets no control character into one.
     */
    @Bean
    ServerWebExchangeFirewall firewall() {
        var strict = new StrictServerWebExchangeFirewall();
        return exchange -> strict.getFirewalledExchange(exchange).thenReturn(exchange);
    }

    /** {@code null}, and so no bean, outside development. */
    @Bean
    @Nullable DevelopmentAuthority developmentAuthority(
            SecurityProperties properties,
            @Value("${daybook.data:./data}") Path data,
            DevelopmentMode mode) {
        if (!mode.on()) {
            return null;
        }
        var client =
                Optional.ofNullable(properties.demoClient())
                        .orElse(SecurityProperties.DemoClient.DEFAULT);
        return new DevelopmentAuthority(DevelopmentKey.in(data), client, CLOCK);
    }

    /**
     * The framework would time each of its filters for every request; the request as a whole is
     * timed anyway.
     */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    VerifiedTokens jwtDecoder(
            SecurityProperties properties, Optional<DevelopmentAuthority> authority) {
        String issuer = properties.issuerUri();
        return new VerifiedTokens(
                issuer == null || issuer.isBlank()
                        ? developmentTokens(authority.orElseThrow().publicKey())
                        : tokensOf(issuer, properties.audience()),
                CLOCK);
    }

    /** Asks the issuer for its keys with the first token, so that Daybook starts without it. */
    private static ReactiveJwtDecoder tokensOf(String issuer, @Nullable String audience) {
        return new SupplierReactiveJwtDecoder(() -> {
            var decoder =
                    NimbusReactiveJwtDecoder.withIssuerLocation(issuer)
                            .jwsAlgorithms(algorithms -> {
                                algorithms.clear();
                                algorithms.addAll(
                                        List.of(
                                                SignatureAlgorithm.RS256,
                                                SignatureAlgorithm.ES256));
                            })
                            .validateType(false)
                            .build();
            // RFC 9068 names access tokens at+jwt; many issuers still write JWT, or nothing.
            var type = new JwtTypeValidator("JWT", DevelopmentAuthority.TYPE);
            type.setAllowEmpty(true);
            var checks =
                    new ArrayList<OAuth2TokenValidator<Jwt>>(
                            List.of(
                                    type,
                                    new JwtTimestampValidator(CLOCK_SKEW),
                                    new JwtIssuerValidator(issuer)));
            if (audience != null) {
                checks.add(isFor(audience));
            }
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(checks));
            return decoder;
        });
    }

    private static OAuth2TokenValidator<Jwt> isFor(String audience) {
        return new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, named -> named != null && named.contains(audience));
    }

    private static ReactiveJwtDecoder developmentTokens(ECKey key) {
        var decoder =
                NimbusReactiveJwtDecoder.withJwkSource(_ -> Flux.just(key))
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .validateType(false)
                        .build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtTypeValidator(DevelopmentAuthority.TYPE),
                        new JwtTimestampValidator(CLOCK_SKEW),
                        new JwtIssuerValidator(DevelopmentAuthority.ISSUER),
                        isFor(DevelopmentAuthority.AUDIENCE)));
        return decoder;
    }

    private static ServerAuthenticationEntryPoint unauthorised(Problems problems) {
        return (exchange, _) -> {
            exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            return problems.write(
                    exchange,
                    ProblemException.of(
                            HttpStatus.UNAUTHORIZED,
                            "unauthorised",
                            "A valid bearer token is needed."));
        };
    }

    private static ServerAccessDeniedHandler denied(Problems problems) {
        return (exchange, _) -> {
            String scope = ScopeRule.of(exchange.getRequest()).map(ScopeRule::scope).orElse("");
            exchange.getResponse()
                    .getHeaders()
                    .set(
                            HttpHeaders.WWW_AUTHENTICATE,
                            "Bearer error=\"insufficient_scope\", scope=\"" + scope + '"');
            return problems.write(
                    exchange,
                    ProblemException.of(
                            HttpStatus.FORBIDDEN,
                            "missing-scope",
                            "The token does not carry the scope of this call, " + scope + "."));
        };
    }
}
