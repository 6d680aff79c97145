package io.daybook.api.security;

import java.util.List;

/** What a token can allow. */
final class Scopes {

    static final List<String> ALL =
            List.of(
                    "orders:read",
                    "orders:write",
                    "inventory:read",
                    "inventory:write",
                    "payments:read",
                    "payments:write",
                    "returns:read",
                    "returns:write",
                    "audit:read",
                    "projections:manage",
                    "analytics:read");

    private Scopes() {}
}
