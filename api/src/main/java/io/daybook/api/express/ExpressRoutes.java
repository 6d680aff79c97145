package io.daybook.api.express;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.condition.MediaTypeExpression;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The calls of the controllers, read from their annotations; there is no second list to keep. */
final class ExpressRoutes {

    static final String CALLS = "/api/v1/";

    /** What needs no decoding, and no second look. */
    private static final Pattern PLAIN = Pattern.compile("/[A-Za-z0-9_/.:-]+[A-Za-z0-9_:-]");

    private final Map<HttpMethod, List<ExpressRoute>> routes = new HashMap<>();

    record Match(ExpressRoute route, List<String> path) {}

    ExpressRoutes(RequestMappingHandlerMapping mapping) {
        mapping.getHandlerMethods().forEach(this::add);
    }

    private void add(RequestMappingInfo mapping, HandlerMethod call) {
        var methods = mapping.getMethodsCondition().getMethods();
        var patterns = mapping.getPatternsCondition().getPatterns();
        if (methods.size() != 1 || patterns.size() != 1 || !isPlain(mapping)) {
            return;
        }
        String pattern = patterns.iterator().next().getPatternString();
        if (!pattern.startsWith(CALLS)) {
            return;
        }
        RequestMethod method = methods.iterator().next();
        ExpressRoute.of(call, pattern, !mapping.getConsumesCondition().isEmpty())
                .ifPresent(route ->
                        routes.computeIfAbsent(method.asHttpMethod(), _ -> new ArrayList<>())
                                .add(route));
    }

    private static boolean isPlain(RequestMappingInfo mapping) {
        return mapping.getParamsCondition().isEmpty()
                && mapping.getHeadersCondition().isEmpty()
                && mapping.getProducesCondition().isEmpty()
                && mapping.getConsumesCondition().getExpressions().stream()
                        .allMatch(ExpressRoutes::isJson);
    }

    private static boolean isJson(MediaTypeExpression consumes) {
        return !consumes.isNegated() && consumes.getMediaType().equals(MediaType.APPLICATION_JSON);
    }

    /** Empty when no call, or more than one, might be meant. */
    Optional<Match> find(HttpMethod method, String path) {
        if (!PLAIN.matcher(path).matches() || path.contains("//") || path.contains("/.")) {
            return Optional.empty();
        }
        List<String> segments = List.of(path.substring(1).split("/", -1));
        Match found = null;
        for (ExpressRoute route : routes.getOrDefault(method, List.of())) {
            if (route.matches(segments)) {
                if (found != null) {
                    return Optional.empty();
                }
                found = new Match(route, segments);
            }
        }
        return Optional.ofNullable(found);
    }
}
