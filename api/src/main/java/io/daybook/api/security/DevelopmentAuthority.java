package io.daybook.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.daybook.domain.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Issues tokens in development, in place of a real authorization server. */
final class DevelopmentAuthority {

    static final String ISSUER = "daybook-dev";
    static final String AUDIENCE = "daybook";
    static final String TYPE = "at+jwt";
    static final Duration LIFETIME = Duration.ofHours(12);

    private final ECKey key;
    private final SecurityProperties.DemoClient client;
    private final Clock clock;

    DevelopmentAuthority(ECKey key, SecurityProperties.DemoClient client, Clock clock) {
        this.key = key;
        this.client = client;
        this.clock = clock;
    }

    ECKey publicKey() {
        return key.toPublicJWK();
    }

    SecurityProperties.DemoClient client() {
        return client;
    }

    String token(TenantId tenant, String scope) {
        Instant now = clock.instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(AUDIENCE)
                        .subject(client.id())
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .notBeforeTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFETIME)))
                        .claim("scope", scope)
                        .claim("tenant", tenant.value())
                        .build();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType(TYPE))
                        .keyID(key.getKeyID())
                        .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the development key cannot sign", e);
        }
        return token.serialize();
    }
}
