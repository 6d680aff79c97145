package io.daybook.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "token",
        description = "Prints a bearer token of the demo client, and nothing else.",
        mixinStandardHelpOptions = true)
final class Token implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Connection connection = new Connection();

    @Option(
            names = "--scope",
            paramLabel = "SCOPES",
            description = "For example \"orders:read orders:write\" (default: all).")
    private String scope = "";

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(connection.demoToken(scope));
        return 0;
    }
}
