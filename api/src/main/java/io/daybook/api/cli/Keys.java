package io.daybook.api.cli;

/**
 * Idempotency keys that depend on nothing but what is imported: a repetition, by a retry or by a
 * second run, is recognised.
 */
record Keys(String tenant) {

    private static final int LONGEST = 255;

    String of(String kind, String... parts) {
        var key = new StringBuilder("import:").append(tenant).append(':').append(kind);
        for (var part : parts) {
            key.append(':').append(Instance.encoded(part));
        }
        if (key.length() > LONGEST) {
            throw new Failure("%s is too long to be imported".formatted(parts[0]));
        }
        return key.toString();
    }
}
