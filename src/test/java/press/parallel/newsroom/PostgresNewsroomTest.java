package press.parallel.newsroom;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresNewsroomTest extends NewsroomPromises {
    private static TemporaryPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> programs = TemporaryPostgres.programs();
        assumeTrue(
                programs.isPresent(), "no PostgreSQL under /usr/lib/postgresql: the newsroom is tried on SQLite only");
        postgres = TemporaryPostgres.start(programs.get());
    }

    @AfterAll
    static void stop() throws Exception {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Override
    String newDatabase() throws Exception {
        return postgres.newDatabase();
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsRefusedInOneSentenceWithoutItsOptions() {
        String nowhere = url.replaceAll("/newsroom\\d+$", "/nowhere?password=secret");
        try (Newsroom other = room(nowhere)) {
            assertThatThrownBy(() -> other.open(Duration.ofMinutes(2), 0.75))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("press.newsroom.url")
                    .hasMessageContaining("\"nowhere\" does not exist")
                    .hasMessageNotContaining("secret")
                    .hasMessageNotContaining("\n");
        }
    }

    @Override
    void assertSound() {
        // PostgreSQL keeps its own promises; a killed client cannot harm the file.
    }
}
