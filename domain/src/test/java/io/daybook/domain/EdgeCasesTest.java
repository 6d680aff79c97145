package io.daybook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/edge-cases.md} names each case with the test that proves it, or says why it cannot
 * occur.
 */
class EdgeCasesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("\\| ([OIRP]\\d+) \\| (.+?) \\| (.+?) \\|");
    private static final Pattern TEST = Pattern.compile("void ([oirp]\\d{2})_\\w+\\(");

    @Test
    void everyCaseIsTestedOrExplained() {
        Set<String> tested = tests();

        assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(numbers());
        assertThat(rows())
                .allSatisfy((number, proof) -> {
                    String name = methodPrefix(number);
                    if (proof.startsWith("cannot occur: ")) {
                        assertThat(tested)
                                .as("%s occurs, there is a test", number)
                                .doesNotContain(name);
                    } else {
                        assertThat(tested).as("there is a test %s_…", name).contains(name);
                    }
                });
    }

    private static List<String> numbers() {
        return Stream.of("O15", "I17", "R15", "P17")
                .flatMap(last ->
                        IntStream.rangeClosed(1, Integer.parseInt(last.substring(1)))
                                .mapToObj(n -> last.charAt(0) + Integer.toString(n)))
                .toList();
    }

    private static String methodPrefix(String number) {
        return "%s%02d"
                .formatted(
                        number.substring(0, 1).toLowerCase(Locale.ROOT),
                        Integer.parseInt(number.substring(1)));
    }

    private static Map<String, String> rows() {
        var rows = new LinkedHashMap<String, String>();
        ROW.matcher(read(ROOT.resolve("docs/edge-cases.md")))
                .results()
                .forEach(row -> rows.put(row.group(1), row.group(3)));
        return rows;
    }

    private static Set<String> tests() {
        return Stream.of("domain", "command-side", "projections", "query-side", "api")
                .map(module -> ROOT.resolve(module).resolve("src/test/java"))
                .filter(Files::isDirectory)
                .flatMap(EdgeCasesTest::sources)
                .flatMap(source -> TEST.matcher(read(source)).results())
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> sources(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
