package press.parallel.newsroom;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The one hand that writes in the newsroom. Callers on any thread hand in work; a single thread takes what has gathered and commits
 * it together, which costs one commit for many and leaves nobody waiting for a database lock. Work is done in the order it came.
 *
 * <p>When a group cannot be committed, each piece is tried again alone, so that one caller's failure is never another's. Work
 * must therefore be repeatable: it may change nothing but the database.
 */
final class Writer implements AutoCloseable {
    /** Most pieces of work in one transaction; measured, larger groups gain nothing. */
    private static final int GROUP = 500;

    private final Jdbi jdbi;
    private final String newsroom;
    private final BlockingQueue<Work<?>> queue = new LinkedBlockingQueue<>();
    private final Work<?> end = new Work<>("the end", handle -> 0);
    private final Thread thread;
    private boolean closed;

    /** @param newsroom name of the database, for error messages */
    Writer(Jdbi jdbi, String newsroom) {
        this.jdbi = jdbi;
        this.newsroom = newsroom;
        thread = new Thread(this::write, "newsroom-writer");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Hands in work and returns at once.
     *
     * @param what the thing to be written, for the error message, such as {@code feed 'https://…'}
     * @return completes when the work is committed, on the writer's thread
     * @throws IllegalStateException when the newsroom is closed
     */
    <T> CompletableFuture<T> later(String what, Function<Handle, T> work) {
        Work<T> task = new Work<>(what, work);
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException(
                        "newsroom '" + newsroom + "': " + what + " came after it was closed and was not written");
            }
            queue.add(task);
        }
        return task.done;
    }

    /**
     * Hands in work and returns when it is committed.
     *
     * @throws IllegalStateException when it could not be written, with the reason
     */
    <T> T now(String what, Function<Handle, T> work) {
        try {
            return later(what, work).join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(
                    "newsroom '" + newsroom + "': " + what + " could not be written: " + cause.getMessage()
                            + "; nothing of it was kept. Look whether the disk is full or another program holds the database",
                    cause);
        }
    }

    private void write() {
        boolean ended = false;
        while (!ended) {
            List<Work<?>> group = new ArrayList<>();
            try {
                group.add(queue.take());
            } catch (InterruptedException e) {
                // Only close() ends this thread, after everything handed in has been written.
                continue;
            }
            queue.drainTo(group, GROUP - 1);
            ended = group.remove(end);
            if (!group.isEmpty()) {
                commit(group);
            }
        }
    }

    private void commit(List<Work<?>> group) {
        try {
            jdbi.useTransaction(handle -> group.forEach(work -> work.run(handle)));
        } catch (Throwable e) {
            if (group.size() == 1) {
                group.get(0).done.completeExceptionally(e);
            } else {
                group.forEach(work -> commit(List.of(work)));
            }
            return;
        }
        group.forEach(Work::committed);
    }

    /** Writes what was handed in, then ends. Further work is refused. */
    @Override
    public void close() {
        synchronized (this) {
            if (!closed) {
                closed = true;
                queue.add(end);
            }
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One caller's piece of a transaction; touched by the writer's thread only, until {@code done}. */
    private static final class Work<T> {
        private final String what;
        private final Function<Handle, T> work;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private @Nullable T result;

        Work(String what, Function<Handle, T> work) {
            this.what = what;
            this.work = work;
        }

        void run(Handle handle) {
            result = work.apply(handle);
        }

        void committed() {
            done.complete(result);
        }

        @Override
        public String toString() {
            return what;
        }
    }
}
