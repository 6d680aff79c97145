package io.daybook.query.read;

import tools.jackson.databind.json.JsonMapper;

/** Turns views into the same text that the projections store. */
public final class ViewJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ViewJson() {}

    public static String of(Object view) {
        return JSON.writeValueAsString(view);
    }
}
