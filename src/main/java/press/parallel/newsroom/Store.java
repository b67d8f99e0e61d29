package press.parallel.newsroom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The database that a newsroom lies in: a SQLite file or a PostgreSQL database. Nothing is touched before it is opened. Immutable.
 */
public final class Store {
    private final String name;
    private final @Nullable Path file;
    private final DataSource source;
    private final Runnable migrate;

    private Store(String name, @Nullable Path file, DataSource source, Runnable migrate) {
        this.name = name;
        this.file = file;
        this.source = source;
        this.migrate = migrate;
    }

    /**
     * A database in a file. The file and its folder are made when the newsroom is first used.
     *
     * @param source connections to it in WAL mode, with a busy timeout
     * @param migrate brings the tables up to date (Flyway, {@code db/newsroom}); called once, when the newsroom is first used
     */
    public static Store sqlite(Path file, DataSource source, Runnable migrate) {
        return new Store(file.toString(), file, source, migrate);
    }

    /**
     * A database on a server.
     *
     * @param url its JDBC address; what follows a question mark is never shown
     * @param migrate brings the tables up to date (Flyway, {@code db/newsroom}); called once, when the newsroom is first used
     */
    public static Store postgresql(String url, DataSource source, Runnable migrate) {
        int options = url.indexOf('?');
        return new Store(options < 0 ? url : url.substring(0, options), null, source, migrate);
    }

    /** For messages: the file, or the address without options. */
    String name() {
        return name;
    }

    /** What kind of database it is. */
    String kind() {
        return file == null ? "PostgreSQL" : "SQLite";
    }

    /**
     * Whether a newsroom lies there already. Makes nothing.
     *
     * @throws IllegalStateException when the server does not answer
     */
    boolean exists() {
        if (file != null) {
            return Files.isRegularFile(file);
        }
        try (Connection connection = source.getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), "edition", null)) {
            return tables.next();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Bytes that the database takes. */
    long bytes(Handle handle) {
        if (file == null) {
            return handle.createQuery("select pg_database_size(current_database())")
                    .mapTo(Long.class)
                    .one();
        }
        long bytes = 0;
        for (Path each : new Path[] {file, file.resolveSibling(file.getFileName() + "-wal")}) {
            try {
                bytes += Files.exists(each) ? Files.size(each) : 0;
            } catch (IOException e) {
                // It was there a moment ago: another press has just cleared it away.
            }
        }
        return bytes;
    }

    /** @throws IllegalStateException when the database cannot be had, with a sentence that says what to do */
    Jdbi open() {
        makeFolder();
        try {
            migrate.run();
        } catch (RuntimeException e) {
            throw refused(e);
        }
        Jdbi jdbi = Jdbi.create(source);
        jdbi.getConfig(Arguments.class).register(new WithoutNul());
        return jdbi;
    }

    private IllegalStateException refused(Exception e) {
        return new IllegalStateException(
                file != null
                        ? "press.newsroom.file: expected '" + name + "' to be a newsroom or a new file, but found: "
                                + reason(e) + "; nothing was fetched. Move it away and the press starts anew"
                        : "press.newsroom.url: expected '" + name
                                + "' to be a PostgreSQL database that this press may change,"
                                + " but found: " + reason(e)
                                + "; nothing was fetched. Start it and look at press.newsroom.user and"
                                + " press.newsroom.password, or set press.newsroom.postgresql = false",
                e);
    }

    /** @throws IllegalStateException when another press is at work here for longer than {@code patience} */
    RunLock lock(Duration patience) {
        makeFolder();
        return file == null ? RunLock.onServer(source, name, patience) : RunLock.onFile(file, patience);
    }

    private void makeFolder() {
        Path folder = file == null ? null : file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "press.newsroom.file: expected a place that can be written to, but the folder '" + folder
                            + "' could not be made: " + e + "; nothing was fetched. Name another file",
                    e);
        }
    }

    /** The innermost reason on one line: libraries wrap it in banners. */
    private static String reason(Throwable e) {
        Throwable inner = e;
        while (inner.getCause() != null && inner.getCause() != inner) {
            inner = inner.getCause();
        }
        String message = inner.getMessage() == null ? inner.toString() : inner.getMessage();
        return message.strip().replaceAll("\\s+", " ");
    }
}
