package io.daybook.query.progress;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from a processor's stored token up to where it has applied every event. */
final class StoredPosition {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StoredPosition() {}

    static long in(String token) {
        return of(JSON.readTree(token));
    }

    private static long of(JsonNode token) {
        if (token.has("tokenAtReset")) {
            return of(token.path("currentToken"));
        }
        if (token.has("lowerSegmentToken")) {
            return Math.min(
                    of(token.path("lowerSegmentToken")), of(token.path("upperSegmentToken")));
        }
        var position = token.path("index").asLong(0);
        for (var gap : token.path("gaps")) {
            position = Math.min(position, gap.asLong() - 1);
        }
        return position;
    }
}
