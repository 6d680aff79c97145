package io.daybook.api.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Imports products.csv, orders.csv and order_lines.csv of a folder: receives stock, places the orders, waits"
                    + " until they are confirmed, and ships those that were shipped.",
            "Running it again changes nothing."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything is imported",
            "1:the import could not be carried out",
            "2:rows were skipped; each is reported with its file and line"
        })
final class Import implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ImportOptions options = new ImportOptions();

    @Parameters(paramLabel = "<folder>", description = "Where the three files are.")
    private Path folder = Path.of(".");

    @Override
    public Integer call() {
        var commandLine = spec.commandLine();
        return options.run(Folder.at(folder), commandLine.getOut(), commandLine.getErr());
    }
}
