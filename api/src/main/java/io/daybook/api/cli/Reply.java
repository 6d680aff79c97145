package io.daybook.api.cli;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The instance's answer. */
record Reply(int status, HttpHeaders headers, JsonNode body) {

    boolean ok() {
        return status >= 200 && status < 300;
    }

    /** Busy, or not ready to answer: the same request may succeed later. */
    boolean worthAnotherTry() {
        return status == 429
                || status == 503
                || (status == 409 && headers.firstValue("Retry-After").isPresent());
    }

    Reply orFail() {
        if (ok()) {
            return this;
        }
        if (status == 401 || status == 403) {
            throw new Failure.NoAccess("The instance refuses the token: " + problem());
        }
        throw new Failure(problem());
    }

    String text(String field) {
        var value = body.path(field).asString("");
        if (value.isEmpty()) {
            throw new Failure("The answer lacks the field %s: is this a Daybook?".formatted(field));
        }
        return value;
    }

    Optional<String> consistency() {
        return headers.firstValue("Consistency-Token");
    }

    /** What went wrong in one line, from the problem details where there are any. */
    String problem() {
        var parts = new ArrayList<String>();
        for (var field : new String[] {"detail", "error_description", "title", "error"}) {
            var text = body.path(field).asString("");
            if (!text.isBlank()) {
                parts.add(text);
                break;
            }
        }
        for (var error : body.path("errors")) {
            parts.add(
                    "%s %s"
                            .formatted(
                                    error.path("pointer").asString(""),
                                    error.path("message").asString("")));
        }
        var code = body.path("code").asString("");
        return "%d%s%s"
                .formatted(
                        status,
                        code.isEmpty() ? "" : " " + code,
                        parts.isEmpty() ? "" : ": " + Cli.oneLine(String.join("; ", parts)));
    }
}
