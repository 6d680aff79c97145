package io.daybook.load.crash;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The embedded PostgreSQL, seen from outside. Daybook starts it with itself; when only the server
 * dies, somebody has to bring it back, and here that is this class.
 */
final class Database {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private final Path log;

    Database(Path data, Path log) {
        this.data = data;
        this.log = log;
    }

    long pid() throws IOException {
        return Long.parseLong(pidFile().getFirst().strip());
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(pidPath());
    }

    Connection connect() throws IOException, SQLException {
        String url =
                "jdbc:postgresql://127.0.0.1:%d/daybook?connectTimeout=2&ApplicationName=crash"
                        .formatted(port());
        return DriverManager.getConnection(url, "postgres", password());
    }

    int port() throws IOException {
        return Integer.parseInt(pidFile().get(3).strip());
    }

    String password() throws IOException {
        return Files.readString(data.resolve("postgres.password")).strip();
    }

    boolean isRunning() throws IOException {
        return Files.exists(pidPath()) && ProcessHandle.of(pid()).isPresent();
    }

    private Path pidPath() {
        return data.resolve("postgres/postmaster.pid");
    }

    /** How to start the server again as it was. */
    List<String> command() throws IOException {
        return commandLine(server());
    }

    private ProcessHandle server() throws IOException {
        return ProcessHandle.of(pid())
                .orElseThrow(() -> new IOException("PostgreSQL does not run"));
    }

    /** Kills the server and starts it again as it was; returns when it accepts connections. */
    void killAndRevive() throws IOException, InterruptedException {
        List<String> command = command();
        server().destroyForcibly();
        start(command);
    }

    /** Returns when the server accepts connections. */
    void start(List<String> command) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        // Refused as long as processes of a killed server still hold its memory.
        while (!revived(command)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("PostgreSQL does not start again, see " + log);
            }
        }
    }

    private static List<String> commandLine(ProcessHandle server) throws IOException {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to run as root
        }
        command.add(server.info().command().orElseThrow(() -> new IOException("no command line")));
        command.addAll(
                List.of(
                        server.info()
                                .arguments()
                                .orElseThrow(() -> new IOException("no command line"))));
        return command;
    }

    private boolean revived(List<String> command) throws IOException, InterruptedException {
        Process attempt =
                new ProcessBuilder(command)
                        .directory(new File("/"))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        while (attempt.isAlive()) {
            if (answers()) {
                return true;
            }
            Thread.sleep(10);
        }
        Thread.sleep(50);
        return false;
    }

    /** A server whose application is gone would run for ever. */
    void stopOrphan() throws IOException {
        if (Files.exists(pidPath())) {
            ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroy);
        }
    }

    /** Kills one backend that works for Daybook; the server then restarts itself. */
    void crashBackend() throws IOException, SQLException, InterruptedException {
        List<Long> backends = backends(1);
        for (long pid : backends) {
            Signals.send("KILL", pid);
        }
        awaitAnswer();
    }

    /** Those in the middle of a statement or transaction first. */
    List<Long> backends(int most) throws IOException, SQLException {
        try (Connection connection = connect();
                var statement =
                        connection.prepareStatement(
                                """
                                SELECT pid FROM pg_stat_activity
                                WHERE application_name = 'daybook' AND backend_type = 'client backend'
                                ORDER BY (state = 'idle'), (query NOT ILIKE 'insert%'), random()
                                LIMIT ?
                                """)) {
            statement.setInt(1, most);
            var found = new ArrayList<Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            return found;
        }
    }

    private void awaitAnswer() throws InterruptedException, IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("PostgreSQL does not come back");
            }
            Thread.sleep(10);
        }
    }

    private boolean answers() {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    /** Every append waits for this lock, as it would for a disk that hangs. */
    void stallAppends(Duration pause) throws IOException, SQLException, InterruptedException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE daybook.domain_event_entry IN SHARE ROW EXCLUSIVE MODE");
            Thread.sleep(pause);
            connection.rollback();
        }
    }

    /** Leaves the server no room in the files of its log that are there already. */
    void useUpLog() throws IOException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            while (true) {
                statement.execute("SELECT pg_logical_emit_message(false, 'crash', 'x')");
                statement.execute("SELECT pg_switch_wal()");
            }
        } catch (SQLException e) {
            Progress.say("PostgreSQL needs a new file for its log: " + e.getMessage());
        }
    }

    /** Reactions and events that are put aside after a failure. */
    long parked() throws IOException, SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT count(*) FROM daybook.dead_letter_entry")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
