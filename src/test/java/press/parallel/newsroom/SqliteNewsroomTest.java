package press.parallel.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteNewsroomTest extends NewsroomPromises {
    @TempDir
    Path folder;

    @Override
    String newDatabase() {
        return "jdbc:sqlite:" + folder.resolve("made/by the press/newsroom.db");
    }

    @Test
    void theFolderIsMadeAtFirstUseAndNotBefore() {
        assertThat(folder.resolve("made")).doesNotExist();

        newsroom.open(Duration.ofMinutes(2), 0.75);

        assertThat(folder.resolve("made/by the press/newsroom.db")).isRegularFile();
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedInOneSentence() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear editor, ".repeat(200));
        try (Newsroom other = room("jdbc:sqlite:" + letter)) {
            assertThatThrownBy(() -> other.open(Duration.ofMinutes(2), 0.75))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("press.newsroom.file")
                    .hasMessageContaining("letter.txt")
                    .hasMessageContaining("file is not a database")
                    .hasMessageNotContaining("\n");
        }
        assertThat(letter).content().startsWith("Dear editor");
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedInOneSentence() throws Exception {
        Path file = Files.createFile(folder.resolve("in-the-way"));
        try (Newsroom other = room("jdbc:sqlite:" + file.resolve("newsroom.db"))) {
            assertThatThrownBy(() -> other.open(Duration.ofMinutes(2), 0.75))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in-the-way");
            assertThatThrownBy(() -> other.lock(Duration.ZERO)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Override
    void assertSound() {
        assertThat(pragma("integrity_check")).isEqualTo("ok");
        assertThat(pragma("journal_mode")).isEqualTo("wal");
    }

    private String pragma(String name) {
        return Jdbi.create(Stores.source(url))
                .withHandle(handle ->
                        handle.createQuery("pragma " + name).mapTo(String.class).one());
    }
}
