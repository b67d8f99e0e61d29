package press.parallel.newsroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A PostgreSQL of our own, in a temporary folder and on a free port of 127.0.0.1; gone when closed. */
final class TemporaryPostgres implements AutoCloseable {
    private final Path programs;
    private final Path folder;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private TemporaryPostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** The folder of the newest PostgreSQL programs of this machine. */
    static Optional<Path> programs() {
        Path all = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(all)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean available() {
        return programs().isPresent();
    }

    static TemporaryPostgres start(Path programs) throws IOException {
        Path folder = Files.createTempDirectory("press-postgres");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        TemporaryPostgres postgres = new TemporaryPostgres(programs, folder, port);
        postgres.run("initdb", "-D", postgres.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync");
        postgres.run(
                "pg_ctl",
                "-D",
                postgres.data(),
                "-l",
                folder.resolve("log").toString(),
                "-w",
                "-o",
                "'-p " + port + " -c listen_addresses=127.0.0.1 -k " + folder + " -c fsync=off'",
                "start");
        return postgres;
    }

    /** Makes an empty database and gives its address. */
    String newDatabase() throws SQLException {
        String name = "newsroom" + databases.incrementAndGet();
        try (Connection connection = Stores.source(url("postgres")).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return url(name);
    }

    @Override
    public void close() throws IOException {
        run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** PostgreSQL refuses to run as root; then it runs as its own user. */
    private void run(String program, String... arguments) throws IOException {
        String line = programs.resolve(program) + " " + String.join(" ", arguments);
        List<String> command = new ArrayList<>(
                System.getProperty("user.name").equals("root") ? List.of("su", "postgres", "-c") : List.of("sh", "-c"));
        command.add(line);
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(line + ": " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(line, e);
        }
    }
}
