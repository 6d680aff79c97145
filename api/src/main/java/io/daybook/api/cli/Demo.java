package io.daybook.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Imports a small catalogue with a few orders, to have something to look at.",
        mixinStandardHelpOptions = true)
final class Demo implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ImportOptions options = new ImportOptions();

    @Override
    public Integer call() {
        var commandLine = spec.commandLine();
        return options.run(Folder.demo(), commandLine.getOut(), commandLine.getErr());
    }
}
