package io.daybook.command.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The names that enums have in stored events are released with them. */
class GoldenValuesTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden/values");

    static List<Class<?>> enums() {
        return ReleasedEvents.enums();
    }

    @ParameterizedTest
    @MethodSource("enums")
    void noValueIsRenamedOrRemoved(Class<?> type) throws IOException {
        Path file = FOLDER.resolve(type.getSimpleName() + ".txt");
        List<String> values = Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
        if (GoldenFiles.adding() && !Files.exists(file)) {
            Files.createDirectories(FOLDER);
            Files.write(file, values);
        }

        assertThat(file).as(GoldenFiles.HOW_TO_ADD).exists();
        assertThat(values)
                .as("%s lists what was released; a new value is added to it by hand", file)
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(file));
    }
}
