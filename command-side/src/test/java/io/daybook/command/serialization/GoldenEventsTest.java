package io.daybook.command.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.daybook.command.serialization.GoldenFiles.Golden;
import io.daybook.domain.Samples;
import java.nio.file.Path;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Released events are a contract: each is pinned by files under {@code
 * command-side/src/test/resources/golden/events}.
 */
class GoldenEventsTest {

    private static final List<Class<?>> EVENTS = ReleasedEvents.find();
    private static final GoldenFiles FILES =
            new GoldenFiles(Path.of("src/test/resources/golden/events"));
    private static final StoredEvents STORED = new StoredEvents();

    static List<Class<?>> events() {
        return EVENTS;
    }

    @Test
    void theEventsAreFound() {
        assertThat(EVENTS).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("events")
    void isRegistered(Class<?> event) {
        assertThat(STORED.nameOf(event))
                .as("the root of %s belongs into SerializationAutoConfiguration", event)
                .isEqualTo(event.getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAsItsNewestFileSays(Class<?> event) {
        List<Golden> released = FILES.of(event, revision(event));
        if (released.isEmpty()) {
            add(event, 1, "there is no golden file of it");
            released = FILES.of(event, revision(event));
        }
        String written = STORED.rewritten(released.getLast());
        if (!written.equals(released.getLast().json())) {
            if (!STORED.contains(written, released.getLast().json())) {
                fail(
                        "%s was released as %s says and may not change: give it the next @Revision and an upcaster, or make a new event. It would be written as%n%s"
                                .formatted(
                                        event.getSimpleName(), released.getLast().path(), written));
            }
            add(
                    event,
                    released.size() + 1,
                    "it has new components (only such that may be absent are allowed)");
            released = FILES.of(event, revision(event));
            written = STORED.rewritten(released.getLast());
        }

        assertThat(written).isEqualTo(released.getLast().json());
        assertThat(STORED.hasNulls(written))
                .as("%s shows a value of every component", released.getLast().path())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadFromEveryFileThatWasReleased(Class<?> event) {
        for (Golden golden : FILES.of(event)) {
            Object read = STORED.read(golden);

            assertThat(read).as("what %s holds", golden.path()).isInstanceOf(event);
            assertThat(ReleasedEvents.undeclaredNulls(read))
                    .as("what %s lacks, and what is not @Nullable", golden.path())
                    .isEmpty();
            assertThat(STORED.writtenAndRead(read)).isEqualTo(read);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void losesNothingThatAnOlderShapeSaid(Class<?> event) {
        for (Golden golden : FILES.of(event, revision(event))) {
            String written = STORED.rewritten(golden);

            assertThat(STORED.contains(written, golden.json()))
                    .as("%n%s says all that %s says", written, golden.path())
                    .isTrue();
        }
    }

    @Test
    void noReleasedEventDisappears() {
        List<String> names = EVENTS.stream().<String>map(Class::getSimpleName).toList();

        assertThat(FILES.all())
                .allSatisfy(golden ->
                        assertThat(names)
                                .as("%s was released", golden.path())
                                .contains(golden.event()));
    }

    private static void add(Class<?> event, int shape, String why) {
        if (!GoldenFiles.adding()) {
            fail(
                    "%s, revision %s: %s. To add one, %s"
                            .formatted(
                                    event.getSimpleName(),
                                    revision(event),
                                    why,
                                    GoldenFiles.HOW_TO_ADD));
        }
        FILES.add(event, revision(event), shape, STORED.written(Samples.of(event)));
    }

    private static String revision(Class<?> event) {
        return event.getAnnotation(Revision.class).value();
    }
}
