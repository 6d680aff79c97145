package io.daybook.command.serialization;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** The one way in which Daybook stores objects as JSON. */
final class StoredJson {

    private StoredJson() {}

    static Jackson3Serializer.Builder serializer() {
        return Jackson3Serializer.builder().jsonMapperBuilderCustomizer(StoredJson::configure);
    }

    private static void configure(JsonMapper.Builder json) {
        // Axon marks its tokens with class names; without a validator a ReplayToken cannot be read
        // back.
        json.polymorphicTypeValidator(
                BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .allowIfSubType("io.daybook.")
                        .build());
        // Aggregates have no getters: without this a snapshot is stored as {} and its state is lost
        // silently.
        json.changeDefaultVisibility(visibility ->
                visibility
                        .withFieldVisibility(Visibility.ANY)
                        .withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE));
        // 1.9 into an int would silently become 1.
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        // An amount reads the same for people, for SQL and after an upcaster: 1000, never 1E+3;
        // 10.50, never 10.5.
        json.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN);
        json.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        json.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }
}
