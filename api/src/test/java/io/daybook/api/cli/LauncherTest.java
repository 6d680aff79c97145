package io.daybook.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher is a shell script; this is how it looks for a JDK. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    @TempDir Path folder = Path.of("");

    @Test
    void takesTheJdkThatJavaHomeNames() throws Exception {
        var jdk = jdk("jdk", "25.0.3");

        assertThat(chosenJdk(jdk)).isEqualTo(jdk.toString());
    }

    @Test
    void passesOverAnotherVersion() throws Exception {
        var older = jdk("older", "21.0.8");
        var unlike = jdk("unlike", "250.0.1");

        assertThat(chosenJdk(older)).isNotEqualTo(older.toString());
        assertThat(chosenJdk(unlike)).isNotEqualTo(unlike.toString());
    }

    @Test
    void prefersAJdkOverARuntime() throws Exception {
        var runtime = runtime("runtime", "25.0.3");

        // The build itself runs on a JDK 25, so there is one to be found.
        assertThat(chosenJdk(runtime)).isNotEqualTo(runtime.toString()).isNotEmpty();
    }

    @Test
    void worksThroughASymbolicLink() throws Exception {
        var jdk = jdk("jdk", "25");
        var link = Files.createSymbolicLink(folder.resolve("link"), launcher());

        assertThat(output(link, jdk)).isEqualTo(jdk.toString());
    }

    private String chosenJdk(Path javaHome) throws Exception {
        return output(launcher(), javaHome);
    }

    private String output(Path script, Path javaHome) throws Exception {
        var process = new ProcessBuilder("bash", script.toString(), "--jdk");
        process.environment().put("JAVA_HOME", javaHome.toString());
        process.environment().put("HOME", folder.toString());
        var started = process.start();
        var output = new String(started.getInputStream().readAllBytes(), UTF_8).strip();
        started.waitFor();
        return output;
    }

    private Path jdk(String name, String version) throws IOException {
        var home = runtime(name, version);
        program(home, "javac");
        return home;
    }

    private Path runtime(String name, String version) throws IOException {
        var home = Files.createDirectories(folder.resolve(name));
        program(home, "java");
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return home;
    }

    private static void program(Path home, String name) throws IOException {
        var program =
                Files.writeString(
                        Files.createDirectories(home.resolve("bin")).resolve(name), "#!/bin/sh\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private static Path launcher() {
        return Path.of("..", "daybook").toAbsolutePath().normalize();
    }
}
