package io.daybook.api.exchange;

import io.daybook.api.problem.FieldError;
import io.daybook.api.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads request bodies and guesses nothing: an unknown field, a key that comes twice, a number
 * where text is due or a fraction where a whole number is due is an error that names the field.
 */
@Component
public final class StrictJson {

    private final JsonMapper mapper =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(32)
                                                    .maxStringLength(20_000)
                                                    .maxNumberLength(100)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            text ->
                                    text.setCoercion(
                                                    CoercionInputShape.Integer, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Float, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Boolean,
                                                    CoercionAction.Fail))
                    .build();

    /** The body as a record. An empty body counts as an empty object. */
    public <T> T read(byte[] body, Class<T> type) {
        byte[] text = body.length == 0 ? new byte[] {'{', '}'} : body;
        try {
            T value = mapper.readValue(text, type);
            if (value == null) {
                throw ProblemException.invalid("", "must be a JSON object");
            }
            return value;
        } catch (DatabindException e) {
            throw ProblemException.invalid(List.of(new FieldError(pointer(e), message(e))));
        } catch (StreamReadException e) {
            throw malformed(e);
        } catch (StreamConstraintsException e) {
            throw ProblemException.invalid(pointer(e), "is nested too deeply or too long");
        } catch (JacksonException e) {
            throw ProblemException.malformed("is not JSON");
        }
    }

    /** For calls without content: an empty body, or an empty object. */
    public void readNothing(byte[] body) {
        read(body, Nothing.class);
    }

    private record Nothing() {}

    private static ProblemException malformed(StreamReadException e) {
        String pointer = pointer(e);
        if (e instanceof InputCoercionException) {
            return ProblemException.invalid(pointer, "is out of range");
        }
        if (String.valueOf(e.getOriginalMessage()).contains("Duplicate")) {
            return ProblemException.invalid(pointer, "is given twice");
        }
        TokenStreamLocation at = e.getLocation();
        return ProblemException.malformed(
                at == null
                        ? "is not well-formed JSON"
                        : "is not well-formed JSON: look at line %d, column %d"
                                .formatted(at.getLineNr(), at.getColumnNr()));
    }

    private static String message(DatabindException e) {
        return e instanceof UnrecognizedPropertyException
                ? "is not known here"
                : "has the wrong type";
    }

    private static String pointer(JacksonException e) {
        String path =
                e.getPath().stream()
                        .map(each ->
                                '/'
                                        + (each.getPropertyName() == null
                                                ? Integer.toString(each.getIndex())
                                                : each.getPropertyName()
                                                        .replace("~", "~0")
                                                        .replace("/", "~1")))
                        .collect(Collectors.joining());
        if (!path.isEmpty() || !(e.processor() instanceof JsonParser parser)) {
            return path;
        }
        TokenStreamContext context = parser.streamReadContext();
        return context == null ? "" : context.pathAsPointer().toString();
    }
}
