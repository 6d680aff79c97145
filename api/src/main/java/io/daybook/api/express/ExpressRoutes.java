package io.daybook.api.express;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Map<Shape, List<ExpressRoute>> routes = new HashMap<>();

    private record Shape(HttpMethod method, int segments) {}

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
                        routes.computeIfAbsent(
                                        new Shape(method.asHttpMethod(), route.segments().size()),
                                        _ -> new ArrayList<>())
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
        List<String> segments = plainSegments(path);
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        Match found = null;
        for (ExpressRoute route :
                routes.getOrDefault(new Shape(method, segments.size()), List.of())) {
            if (route.matches(segments)) {
                if (found != null) {
                    return Optional.empty();
                }
                found = new Match(route, segments);
            }
        }
        return Optional.ofNullable(found);
    }

    /** The parts of a path that needs no decoding and no second look; nothing for any other. */
    private static List<String> plainSegments(String path) {
        var segments = new ArrayList<String>(8);
        int start = 1;
        int end;
        do {
            end = path.indexOf('/', start);
            String segment = path.substring(start, end < 0 ? path.length() : end);
            if (!isPlain(segment)) {
                return List.of();
            }
            segments.add(segment);
            start = end + 1;
        } while (end >= 0);
        return segments.getLast().endsWith(".") ? List.of() : segments;
    }

    private static boolean isPlain(String segment) {
        if (segment.isEmpty() || segment.charAt(0) == '.') {
            return false;
        }
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            boolean plain =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || c == '_'
                            || c == '.'
                            || c == ':'
                            || c == '-';
            if (!plain) {
                return false;
            }
        }
        return true;
    }
}
