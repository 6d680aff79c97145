package io.daybook.api.cli;

import io.daybook.domain.shared.Location;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * All subcommands and what they share: one-line errors, help, and exit codes that scripts can rely
 * on.
 */
@Command(
        name = "daybook",
        description = "Event-sourced orders, stock and payments.",
        mixinStandardHelpOptions = true,
        versionProvider = Cli.Version.class,
        exitCodeOnInvalidInput = Cli.USAGE)
public final class Cli implements Runnable {

    static final int FAILED = 1;
    static final int INCOMPLETE = 2;

    /** As in sysexits.h, because picocli's own 2 says {@link #INCOMPLETE} here. */
    static final int USAGE = 64;

    private final CommandLine commands;

    @Spec private CommandSpec spec = CommandSpec.create();

    /** Takes the Spring Boot application lazily: only {@code start} needs it. */
    public Cli(Supplier<Class<?>> application) {
        commands =
                new CommandLine(this)
                        .addSubcommand(new Start(application))
                        .addSubcommand(new Token())
                        .addSubcommand(new Demo())
                        .addSubcommand(new Import())
                        .addSubcommand(new Rebuild());
        commands.getSubcommands()
                .values()
                .forEach(each ->
                        each.getCommandSpec()
                                .exitCodeOnInvalidInput(USAGE)
                                .versionProvider(new Version()));
        commands.registerConverter(Location.class, Cli::location);
        commands.setParameterExceptionHandler(Cli::misused);
        commands.setExecutionExceptionHandler(
                (failure, command, _) -> failed(failure, command.getErr()));
    }

    /** Runs one command and returns its exit code. */
    public int run(String... arguments) {
        return commands.execute(arguments);
    }

    /** For tests: where the commands write. */
    Cli writingTo(PrintWriter out, PrintWriter err) {
        commands.setOut(out);
        commands.setErr(err);
        return this;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do");
    }

    private static Location location(String text) {
        try {
            return new Location(text);
        } catch (IllegalArgumentException refused) {
            throw new TypeConversionException(refused.getMessage());
        }
    }

    private static int misused(ParameterException misuse, String[] arguments) {
        var command = misuse.getCommandLine();
        var name = command.getCommandSpec().qualifiedName();
        command.getErr()
                .printf("%s (see %s --help)%n", oneLine(String.valueOf(misuse.getMessage())), name);
        return USAGE;
    }

    private static int failed(Exception failure, PrintWriter err) {
        if (System.getenv("DAYBOOK_DEBUG") != null) {
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            err.print(trace);
        }
        err.println(
                "daybook: "
                        + (failure instanceof Failure
                                ? failure.getMessage()
                                : unexpected(failure)));
        err.flush();
        return FAILED;
    }

    private static String unexpected(Exception failure) {
        return "unexpected failure: %s (DAYBOOK_DEBUG=1 shows where)"
                .formatted(oneLine(failure.toString()));
    }

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Cli.class.getPackage().getImplementationVersion();
            return new String[] {"daybook " + (version == null ? "development" : version)};
        }
    }
}
