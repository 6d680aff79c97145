package io.daybook.command.serialization;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What released events look like as JSON, one file per event, revision and shape: {@code
 * golden/events/order/OrderPlaced.1.json}, and {@code OrderPlaced.1.shape2.json} after optional
 * components were added. Files are only ever added.
 */
record GoldenFiles(Path folder) {

    static final String PROPERTY = "daybook.golden";

    static final String HOW_TO_ADD =
            "run `mvn -o -B test -pl domain,command-side -am -Dtest='Golden*Test'"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -D"
                    + PROPERTY
                    + "=add` once, look at what it added under command-side/src/test/resources/golden, and commit it.";

    private static final Pattern NAME =
            Pattern.compile("(\\w+)\\.(\\w+?)(?:\\.shape(\\d+))?\\.json");

    /** The content of one file. */
    record Golden(Path path, String event, String revision, int shape, String json) {}

    static boolean adding() {
        return "add".equals(System.getProperty(PROPERTY));
    }

    List<Golden> all() {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().map(GoldenFiles::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Golden> of(Class<?> event) {
        return all().stream()
                .filter(golden -> golden.event().equals(event.getSimpleName()))
                .toList();
    }

    /** The newest shape last. */
    List<Golden> of(Class<?> event, String revision) {
        return of(event).stream()
                .filter(golden -> golden.revision().equals(revision))
                .sorted(Comparator.comparingInt(Golden::shape))
                .toList();
    }

    void add(Class<?> event, String revision, int shape, String json) {
        String name =
                event.getSimpleName()
                        + "."
                        + revision
                        + (shape == 1 ? "" : ".shape" + shape)
                        + ".json";
        String packageName = event.getPackageName();
        Path feature = folder.resolve(packageName.substring(packageName.lastIndexOf('.') + 1));
        try {
            Files.createDirectories(feature);
            Files.writeString(feature.resolve(name), json, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Golden read(Path path) {
        var name = NAME.matcher(path.getFileName().toString());
        if (!name.matches()) {
            throw new AssertionError(path + " is not called <Event>.<revision>[.shape<n>].json");
        }
        try {
            return new Golden(
                    path,
                    name.group(1),
                    name.group(2),
                    name.group(3) == null ? 1 : Integer.parseInt(name.group(3)),
                    Files.readString(path, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
