package io.daybook.domain.read;

/**
 * One entity as callers see it, already in JSON: the read model stores the very text that HTTP
 * sends.
 *
 * @param version the number of the entity's events behind it; the {@code ETag}
 */
public record Document(String json, long version) {}
