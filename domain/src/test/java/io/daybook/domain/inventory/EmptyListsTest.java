package io.daybook.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.Samples;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events of earlier days have no lots and serials, and later ones only when there are some. */
class EmptyListsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Class<?>> events() {
        return Arrays.stream(StockEvent.class.getPermittedSubclasses())
                .filter(type -> !optional(type).isEmpty())
                .map(type -> (Class<?>) type);
    }

    @ParameterizedTest
    @MethodSource("events")
    void areKeptWhenTheyHoldSomething(Class<?> type) {
        Object event = Samples.of(type);

        assertThat((Object) JSON.readValue(JSON.writeValueAsString(event), type)).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void areLeftOutWhenTheyAreEmpty(Class<?> type) {
        var text = (ObjectNode) JSON.readTree(JSON.writeValueAsString(Samples.of(type)));
        text.remove(optional(type));

        Object event = JSON.treeToValue(text, type);

        assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(text);
        assertThat(((StockEvent) event).serialMove().serials()).isEmpty();
    }

    private static List<String> optional(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(EmptyListsTest::isOptional)
                .map(RecordComponent::getName)
                .toList();
    }

    private static boolean isOptional(RecordComponent component) {
        var include = component.getAccessor().getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_EMPTY;
    }
}
