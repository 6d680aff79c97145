package io.daybook.api.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What one command did, seen from outside. */
record Run(int exitCode, String out, String err) {

    static Run of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var cli = new Cli(() -> Run.class);
        int exitCode =
                cli.writingTo(new PrintWriter(out, true), new PrintWriter(err, true))
                        .run(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
