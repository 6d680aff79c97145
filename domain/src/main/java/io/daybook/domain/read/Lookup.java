package io.daybook.domain.read;

import org.jspecify.annotations.Nullable;

/** The answer to a query for one entity; without a document when there is none for this tenant. */
public record Lookup(@Nullable Document document) {

    public static final Lookup NOTHING = new Lookup(null);

    public static Lookup of(String json, long version) {
        return new Lookup(new Document(json, version));
    }
}
