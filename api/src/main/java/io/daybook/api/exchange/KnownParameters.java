package io.daybook.api.exchange;

import io.daybook.api.problem.ProblemException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.MultiValueMap;

/**
 * The query parameters that a call declares ({@link QueryParameters}). Others are refused, and such
 * as are given twice: whoever mistypes a filter should not get everything instead.
 */
public record KnownParameters(Set<String> names) {

    public static KnownParameters of(Method call) {
        var declared = AnnotatedElementUtils.findMergedAnnotation(call, QueryParameters.class);
        var names = new HashSet<String>(declared == null ? List.of() : List.of(declared.value()));
        if (DryRuns.areKnownTo(call)) {
            names.add(DryRuns.PARAMETER);
        }
        return new KnownParameters(Set.copyOf(names));
    }

    /**
     * Looks through what was given.
     *
     * @throws ProblemException 400, naming the first parameter that is wrong
     */
    public void check(MultiValueMap<String, String> given) {
        given.forEach((name, values) -> {
            if (!names.contains(name)) {
                throw ProblemException.invalid('/' + name, "is not known here");
            }
            if (values.size() > 1) {
                throw ProblemException.invalid('/' + name, "is given twice");
            }
        });
    }
}
