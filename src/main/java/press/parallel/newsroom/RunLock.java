package press.parallel.newsroom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The right to work on a newsroom: one press at a time, over all processes. The operating system or the database gives it back
 * when the process dies, however it dies. Close it on any thread; closing twice does nothing.
 */
public final class RunLock implements AutoCloseable {
    /** Names the lock among other programs' advisory locks of the same database: "PRESS_NR" in ASCII. */
    private static final long SERVER_KEY = 0x5052_4553_535f_4e52L;

    /** SQL state of a lock that another session holds. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final long AGAIN_MILLIS = 100;

    /** Beyond any content, so that the holder's process id can be read on systems whose locks forbid reading. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /**
     * Lock files held by this process. A second attempt must not even open the file: on POSIX systems, closing it again would give
     * the first lock back.
     *
     * @see FileLock
     */
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private @Nullable AutoCloseable held;

    private RunLock(AutoCloseable held) {
        this.held = held;
    }

    /**
     * Locks {@code <database>.lock}, which stays behind, empty of meaning, when the lock is given back.
     *
     * @param patience how long to wait for another press, in another process
     * @throws IllegalStateException when another press is at work there for longer, or the file cannot be made
     */
    static RunLock onFile(Path database, Duration patience) {
        Path file = database.toAbsolutePath().resolveSibling(database.getFileName() + ".lock");
        try {
            Path folder = file.getParent();
            Path one = folder == null ? file : folder.toRealPath().resolve(file.getFileName());
            if (!HERE.add(one)) {
                throw busy(database.toString(), " (this process)", "press.newsroom.file");
            }
            try {
                return lock(one, database, patience);
            } catch (IOException | RuntimeException e) {
                HERE.remove(one);
                throw e;
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "newsroom '" + database + "': the lock file '" + file + "' could not be made: " + e
                            + "; nothing was fetched. Set press.newsroom.file to a place that can be written to",
                    e);
        }
    }

    private static RunLock lock(Path file, Path database, Duration patience) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            for (long left = patience.toMillis(); lock == null && left > 0; left -= AGAIN_MILLIS) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(AGAIN_MILLIS));
                lock = channel.tryLock(LOCKED_BYTE, 1, false);
            }
            if (lock == null) {
                throw busy(database.toString(), holder(channel), "press.newsroom.file");
            }
            String pid = Long.toString(ProcessHandle.current().pid());
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            FileLock ours = lock;
            return new RunLock(() -> {
                try (channel) {
                    ours.release();
                } finally {
                    HERE.remove(file);
                }
            });
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(20);
        channel.read(buffer, 0);
        String pid = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
        return pid.isEmpty() ? "" : " (process " + pid + ")";
    }

    /**
     * Takes a session lock of PostgreSQL and keeps its connection until closed.
     *
     * @param url name of the database, for the message
     * @param patience how long to wait for another press
     * @throws IllegalStateException when another press is at work there, or the database does not answer
     * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory locks</a>
     */
    static RunLock onServer(DataSource source, String url, Duration patience) {
        try {
            Connection connection = source.getConnection();
            try {
                lock(connection, patience);
                return new RunLock(() -> {
                    try (connection) {
                        execute(connection, "select pg_advisory_unlock(" + SERVER_KEY + ")");
                    }
                });
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw busy(url, "", "press.newsroom.url");
            }
            throw new IllegalStateException(
                    "newsroom '" + url + "': expected a PostgreSQL database, but found: " + e.getMessage()
                            + "; nothing was fetched. Start it, or correct press.newsroom.url",
                    e);
        }
    }

    /** Waits two seconds at least: the server may notice a moment late that a press was killed. The lock outlives the transaction. */
    private static void lock(Connection connection, Duration patience) throws SQLException {
        connection.setAutoCommit(false);
        try {
            execute(connection, "set local lock_timeout = '" + Math.max(2000, patience.toMillis()) + "ms'");
            execute(connection, "select pg_advisory_lock(" + SERVER_KEY + ")");
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static IllegalStateException busy(String newsroom, String holder, String setting) {
        return new IllegalStateException("newsroom '" + newsroom + "': another press is at work on it" + holder
                + "; this one fetched nothing. Wait until that one has ended, or give this one a newsroom of its own ("
                + setting + ")");
    }

    @Override
    public synchronized void close() {
        AutoCloseable lock = held;
        held = null;
        if (lock == null) {
            return;
        }
        try {
            lock.close();
        } catch (Exception e) {
            throw new IllegalStateException("the newsroom's lock could not be given back: " + e.getMessage(), e);
        }
    }
}
