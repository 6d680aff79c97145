package io.daybook.api.cli;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "rebuild",
        description = "Builds a read model anew from the log and shows how far it is.",
        mixinStandardHelpOptions = true)
final class Rebuild implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(250);

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Connection connection = new Connection();

    @Parameters(paramLabel = "<projection>", description = "orders, stock, payments or returns.")
    private String projection = "";

    @Override
    public Integer call() {
        var instance = connection.instance();
        instance.greet();
        var path = "/api/v1/projections/" + Instance.encoded(projection);
        var started =
                instance.post(
                                path + "/rebuild",
                                Map.of(),
                                Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                        .orFail();
        var rebuild = path + "/rebuilds/" + Instance.encoded(started.text("rebuildId"));
        var finished = follow(instance, rebuild);
        if (!finished.text("status").equals("COMPLETED")) {
            throw new Failure(
                    "The rebuild of %s is %s".formatted(projection, finished.text("status")));
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "Rebuilt %s: %d events at %d/s%n",
                        projection,
                        finished.body().path("processed").asLong(0),
                        finished.body().path("eventsPerSecond").asLong(0));
        return 0;
    }

    private Reply follow(Instance instance, String path) {
        var reply = instance.get(path, Map.of()).orFail();
        var total = reply.body().path("total").asLong(0);
        try (var progress =
                new Progress(
                        spec.commandLine().getErr(), Progress.onTerminal(), "Rebuilding", total)) {
            while (reply.text("status").equals("RUNNING")) {
                progress.to(processed(reply, total));
                Instance.pause(POLL);
                reply = instance.get(path, Map.of()).orFail();
            }
            progress.to(processed(reply, total));
        }
        return reply;
    }

    private static long processed(Reply reply, long total) {
        return Math.min(reply.body().path("processed").asLong(0), total);
    }
}
