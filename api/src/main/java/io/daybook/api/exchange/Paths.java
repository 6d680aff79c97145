package io.daybook.api.exchange;

import io.daybook.api.problem.ProblemException;
import java.util.function.Function;

/** Ids in paths. */
public final class Paths {

    private Paths() {}

    /**
     * The id that the text of a path variable stands for.
     *
     * @throws ProblemException 400 that names the path variable when the text is not an id
     */
    public static <T> T id(String name, String text, Function<String, T> type) {
        try {
            return type.apply(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid('/' + name, String.valueOf(e.getMessage()));
        }
    }
}
