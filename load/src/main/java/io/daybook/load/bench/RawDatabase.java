package io.daybook.load.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the same PostgreSQL does when nothing stands in front of it: {@code pgbench} with the
 * program's own statements, prepared, from as many clients.
 */
final class RawDatabase {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    /** A table of the same shape as the log, so that the log itself stays what it is. */
    private static final String SETUP =
            """
            DROP SCHEMA IF EXISTS daybook_bench CASCADE;
            CREATE SCHEMA daybook_bench;
            CREATE TABLE daybook_bench.entry (LIKE daybook.domain_event_entry INCLUDING ALL);
            CREATE SEQUENCE daybook_bench.position;
            ALTER TABLE daybook_bench.entry ALTER global_index SET DEFAULT nextval('daybook_bench.position');
            CREATE TRIGGER transaction_before_position BEFORE INSERT ON daybook_bench.entry
              FOR EACH STATEMENT EXECUTE FUNCTION daybook.number_transaction();
            CREATE TABLE daybook_bench.sample AS
              SELECT type, payload_type, payload_revision, payload, meta_data, tenant
              FROM daybook.domain_event_entry WHERE payload_type = 'StockReceived' ORDER BY global_index DESC LIMIT 1;
            """;

    private final Map<String, String> connection;
    private final Path folder;

    /**
     * Reads the way in from the data directory of an embedded database.
     *
     * @param data the data directory of the program
     */
    RawDatabase(Path data) throws IOException {
        var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        connection =
                Map.of(
                        "PGHOST", "127.0.0.1",
                        "PGPORT", pid.get(3).strip(),
                        "PGUSER", "postgres",
                        "PGDATABASE", "daybook",
                        "PGPASSWORD", Files.readString(data.resolve("postgres.password")).strip());
        folder = Files.createTempDirectory("daybook-bench");
    }

    /** Single events per second, each durable in a transaction of its own. */
    double appendsPerSecond(int clients, Duration time) throws IOException {
        run(List.of("psql", "-q", "-v", "ON_ERROR_STOP=1", "-f", file("setup.sql", SETUP)));
        String[] sample =
                run(List.of(
                                "psql",
                                "-At",
                                "-F",
                                "\\t",
                                "-c",
                                "SELECT type, payload_type, payload_revision, payload, meta_data, tenant"
                                        + " FROM daybook_bench.sample"))
                        .strip()
                        .split("\\\\t", -1);
        String script =
                file(
                        "append.sql",
                        """
                        \\set id random(1, 9000000000000000)
                        INSERT INTO daybook_bench.entry (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                          payload_type, payload_revision, payload, meta_data, tenant)
                        VALUES (:id::text, 'demo/main/' || :id, 0, '%s', '2026-01-01T00:00:00.000000000Z', '%s', '%s', '%s', '%s', '%s');
                        """
                                .formatted((Object[]) sample));
        double tps = pgbench(script, clients, time);
        run(List.of("psql", "-q", "-c", "DROP SCHEMA daybook_bench CASCADE"));
        return tps;
    }

    /** Reads of one document by id per second. */
    double readsPerSecond(String tenant, List<String> orderIds, int clients, Duration time)
            throws IOException {
        var script = new StringBuilder();
        script.append("\\set n random(0, ").append(orderIds.size() - 1).append(")\n");
        for (int i = 0; i < orderIds.size(); i++) {
            script.append(i == 0 ? "\\if :n = 0\n" : "\\elif :n = " + i + "\n")
                    .append(
                            "SELECT document, version FROM readmodel.order_summary WHERE tenant = '")
                    .append(tenant)
                    .append("' AND order_id = '")
                    .append(orderIds.get(i))
                    .append("';\n");
        }
        script.append("\\endif\n");
        return pgbench(file("read.sql", script.toString()), clients, time);
    }

    private double pgbench(String script, int clients, Duration time) throws IOException {
        String output =
                run(
                        List.of(
                                "pgbench",
                                "-n",
                                "-M",
                                "prepared",
                                "-c",
                                Integer.toString(clients),
                                "-j",
                                "2",
                                "-T",
                                Long.toString(time.toSeconds()),
                                "-f",
                                script));
        Matcher tps = TPS.matcher(output);
        if (!tps.find()) {
            throw new IllegalStateException("pgbench said: " + output);
        }
        return Double.parseDouble(tps.group(1));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String run(List<String> command) throws IOException {
        var builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
        builder.environment().putAll(connection);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    command.getFirst()
                            + " is needed: it comes with PostgreSQL, on Debian with apt install postgresql",
                    e);
        }
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.getFirst() + " failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return output;
    }
}
