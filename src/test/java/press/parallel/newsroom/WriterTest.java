package press.parallel.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WriterTest {
    @TempDir
    Path folder;

    private Jdbi jdbi;
    private final AtomicInteger transactions = new AtomicInteger();

    @BeforeEach
    void makeTable() {
        jdbi = Jdbi.create(Stores.source("jdbc:sqlite:" + folder.resolve("writer.db")));
        jdbi.useHandle(handle -> handle.execute("create table line (number integer not null primary key)"));
        jdbi.setTransactionHandler(new LocalTransactionHandler() {
            @Override
            public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> callback) throws X {
                transactions.incrementAndGet();
                return super.inTransaction(handle, callback);
            }
        });
    }

    @Test
    void whatGathersWhileOneIsWrittenIsCommittedTogether() throws Exception {
        try (Writer writer = new Writer(jdbi, "test")) {
            List<CompletableFuture<Integer>> all = holdUp(writer, () -> {
                List<CompletableFuture<Integer>> waiting = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    waiting.add(insert(writer, i));
                }
                return waiting;
            });
            all.forEach(CompletableFuture::join);
        }
        assertThat(lines()).isEqualTo(100);
        assertThat(transactions).hasValue(2);
    }

    @Test
    void oneCallersFailureIsNotAnothers() throws Exception {
        try (Writer writer = new Writer(jdbi, "test")) {
            List<CompletableFuture<Integer>> all =
                    holdUp(writer, () -> List.of(insert(writer, 1), insert(writer, 1), insert(writer, 2)));
            all.get(0).join();
            all.get(2).join();
            assertThat(all.get(1)).isCompletedExceptionally();
        }
        assertThat(lines()).isEqualTo(2);
    }

    @Test
    void theErrorSaysWhatWasNotWrittenAndWhy() {
        try (Writer writer = new Writer(jdbi, "my.db")) {
            writer.now("line '1'", handle -> handle.execute("insert into line values (1)"));
            assertThatThrownBy(() -> writer.now("line '1'", handle -> handle.execute("insert into line values (1)")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("newsroom 'my.db': line '1' could not be written")
                    .hasMessageContaining("UNIQUE");
        }
    }

    @Test
    void closingWritesWhatWasHandedInAndRefusesTheRest() throws Exception {
        Writer writer = new Writer(jdbi, "test");
        Thread closer = new Thread(writer::close);
        List<CompletableFuture<Integer>> all = holdUp(writer, () -> {
            List<CompletableFuture<Integer>> waiting = List.of(insert(writer, 1), insert(writer, 2));
            closer.start();
            return waiting;
        });
        closer.join();

        assertThat(all).allMatch(CompletableFuture::isDone);
        assertThat(lines()).isEqualTo(2);
        assertThatThrownBy(() -> insert(writer, 3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        writer.close();
    }

    /** Runs {@code meanwhile} while the writer is in the middle of something else. */
    private static <T> T holdUp(Writer writer, Supplier<T> meanwhile) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        writer.later("a slow one", handle -> {
            begun.countDown();
            try {
                return goOn.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        T result = meanwhile.get();
        goOn.countDown();
        return result;
    }

    private static CompletableFuture<Integer> insert(Writer writer, int number) {
        return writer.later("line " + number, handle -> handle.execute("insert into line values (?)", number));
    }

    private int lines() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from line")
                .mapTo(Integer.class)
                .one());
    }
}
