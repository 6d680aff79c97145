package io.daybook.api.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import picocli.CommandLine.UnmatchedArgumentException;

@Command(
        name = "start",
        description = {
            "Starts Daybook in the foreground; SIGINT (Ctrl-C) or SIGTERM stops it gracefully.",
            "Any configuration property can be set as well, for example --daybook.commands.threads=8."
        },
        mixinStandardHelpOptions = true)
final class Start implements Callable<Integer> {

    private static final Pattern PROPERTY =
            Pattern.compile("--([a-z][\\w-]*(?:\\.[\\w\\[\\]-]+)+)=(.*)");

    private final Supplier<Class<?>> application;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where to listen (default: 8080); 0 takes a free port.")
    private @Nullable Integer port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description =
                    "The address to listen on (default: 127.0.0.1 in development, otherwise all).")
    private @Nullable String host;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data directory (DAYBOOK_DATA; default: ./data).")
    private @Nullable Path data;

    @Unmatched private List<String> properties = new ArrayList<>();

    Start(Supplier<Class<?>> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        return Launch.untilStopped(application.get(), settings());
    }

    private Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        for (var property : properties) {
            var parts = PROPERTY.matcher(property);
            if (!parts.matches()) {
                throw new UnmatchedArgumentException(spec.commandLine(), List.of(property));
            }
            settings.put(parts.group(1), parts.group(2));
        }
        if (port != null) {
            settings.put("server.port", port.toString());
        }
        if (host != null) {
            settings.put("server.address", host);
        }
        if (data != null) {
            settings.put("daybook.data", data.toAbsolutePath().normalize().toString());
        }
        return settings;
    }
}
