package io.daybook.domain.order;

import org.jspecify.annotations.Nullable;

/** Where the goods go. */
public record Address(
        @Nullable String name,
        @Nullable String street,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postalCode,
        @Nullable String country) {}
