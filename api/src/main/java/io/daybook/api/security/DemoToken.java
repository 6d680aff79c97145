package io.daybook.api.security;

import io.daybook.domain.shared.TenantId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A token of the demo client, for the person at the terminal. */
@Component
public final class DemoToken {

    private final Optional<DevelopmentAuthority> authority;

    DemoToken(Optional<DevelopmentAuthority> authority) {
        this.authority = authority;
    }

    /** All scopes of the tenant {@code demo}; empty outside development. */
    public Optional<String> issue() {
        return authority.map(
                each -> each.token(new TenantId("demo"), String.join(" ", Scopes.ALL)));
    }
}
