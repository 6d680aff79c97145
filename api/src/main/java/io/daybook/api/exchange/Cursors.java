package io.daybook.api.exchange;

import io.daybook.api.problem.ProblemException;
import io.daybook.domain.read.Cursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.springframework.web.server.ServerWebExchange;

/**
 * Cursors as opaque text. Each names the list that it belongs to, filters and sorting included: on
 * another list it would repeat or leave out rows, so there it is refused.
 */
final class Cursors {

    /** May change from page to page. */
    private static final Set<String> OF_THE_PAGE = Set.of("cursor", "limit");

    private Cursors() {}

    static String write(ServerWebExchange exchange, Cursor cursor) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        (list(exchange) + '\n' + cursor.key() + '\n' + cursor.id())
                                .getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(ServerWebExchange exchange, String text) {
        String[] parts;
        try {
            parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                            .split("\n", -1);
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
        if (parts.length != 3 || text.length() > 1_000) {
            throw foreign();
        }
        if (!parts[0].equals(list(exchange))) {
            throw ProblemException.invalid(
                    "/cursor", "belongs to another list, or to other filters or sorting");
        }
        for (String part : parts) {
            if (part.chars().anyMatch(Character::isISOControl)) {
                throw foreign();
            }
        }
        return new Cursor(parts[1], parts[2]);
    }

    static ProblemException foreign() {
        return ProblemException.invalid("/cursor", "is not a cursor that Daybook gave out");
    }

    private static String list(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var filters = new TreeMap<>(request.getQueryParams());
        filters.keySet().removeAll(OF_THE_PAGE);
        var sum = new CRC32();
        sum.update((request.getPath().value() + filters).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
