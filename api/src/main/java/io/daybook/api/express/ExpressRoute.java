package io.daybook.api.express;

import io.daybook.api.exchange.KnownParameters;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * One call of a controller: the text variables of the path and the exchange in, a finished answer
 * out.
 *
 * @param pattern as declared, for the metrics
 * @param segments of the path; an empty one stands for a variable
 * @param arguments the position of the segment that each parameter takes; −1 for the exchange
 */
record ExpressRoute(
        String pattern,
        List<Optional<String>> segments,
        Object controller,
        Method method,
        List<Integer> arguments,
        KnownParameters parameters,
        boolean takesJson) {

    /** Empty for a call of another shape. */
    static Optional<ExpressRoute> of(HandlerMethod call, String pattern, boolean takesJson) {
        Method method = call.getMethod();
        var segments = new ArrayList<Optional<String>>();
        var names = new ArrayList<String>();
        for (String segment : pattern.substring(1).split("/", -1)) {
            boolean variable = segment.matches("\\{\\w+}");
            if (!variable && !segment.matches("[\\w-]+")) {
                return Optional.empty();
            }
            segments.add(variable ? Optional.empty() : Optional.of(segment));
            names.add(variable ? segment.substring(1, segment.length() - 1) : "");
        }
        var arguments = new ArrayList<Integer>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.getType() == ServerWebExchange.class) {
                arguments.add(-1);
            } else if (parameter.getType() == String.class
                    && parameter.isAnnotationPresent(PathVariable.class)
                    && names.contains(parameter.getName())) {
                arguments.add(names.indexOf(parameter.getName()));
            } else {
                return Optional.empty();
            }
        }
        if (!method.getGenericReturnType()
                .getTypeName()
                .equals(
                        Mono.class.getName()
                                + '<'
                                + ResponseEntity.class.getName()
                                + "<byte[]>>")) {
            return Optional.empty();
        }
        method.setAccessible(true);
        return Optional.of(
                new ExpressRoute(
                        pattern,
                        List.copyOf(segments),
                        call.createWithResolvedBean().getBean(),
                        method,
                        List.copyOf(arguments),
                        KnownParameters.of(method),
                        takesJson));
    }

    boolean matches(List<String> path) {
        if (segments.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            var wanted = segments.get(i);
            if (wanted.isPresent() && !wanted.get().equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whatever the call throws becomes an error of the answer. */
    @SuppressWarnings("unchecked") // checked when the route was made
    Mono<ResponseEntity<byte[]>> call(List<String> path, ServerWebExchange exchange) {
        parameters.check(exchange.getRequest().getQueryParams());
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            int segment = arguments.get(i);
            values[i] = segment < 0 ? exchange : path.get(segment);
        }
        try {
            return (Mono<ResponseEntity<byte[]>>) method.invoke(controller, values);
        } catch (InvocationTargetException e) {
            return Mono.error(e.getTargetException());
        } catch (IllegalAccessException e) {
            return Mono.error(e);
        }
    }
}
