package press.parallel.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The newsroom on the data source and the migrations that application.properties gives it. */
@QuarkusTest
@TestProfile(QuarkusNewsroomTest.InAFolderOfItsOwn.class)
class QuarkusNewsroomTest {
    @Inject
    @DataSource("sqlite")
    InjectableInstance<AgroalDataSource> sqlite;

    @Inject
    @FlywayDataSource("sqlite")
    InjectableInstance<Flyway> migrations;

    @Inject
    @DataSource("pg")
    InjectableInstance<AgroalDataSource> postgresql;

    @ConfigProperty(name = "press.newsroom.file")
    Path file;

    @Test
    void theSettingsOpenAFileThatAnswersReadersWhileItIsWritten() {
        assertThat(file).doesNotExist();
        Store store = Store.sqlite(file, sqlite.get(), () -> migrations.get().migrate());
        try (Newsroom newsroom = new Newsroom(
                        store, InstantSource.system(), Newsroom.Paper.daily(ZoneOffset.UTC, Duration.ofDays(4)));
                RunLock lock = newsroom.lock(Duration.ZERO)) {
            assertThat(lock).isNotNull();
            newsroom.stamp("a.test", InstantSource.system().instant());
            assertThat(newsroom.open(Duration.ofMinutes(2), 0.75).number()).isEqualTo(1);
            assertThat(newsroom.clocks()).containsOnlyKeys("a.test");
        }
        Jdbi.create(sqlite.get()).useHandle(handle -> {
            assertThat(pragma(handle, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(handle, "synchronous")).isEqualTo("1");
            assertThat(pragma(handle, "busy_timeout")).isEqualTo("10000");
        });
    }

    private static String pragma(Handle handle, String name) {
        return handle.createQuery("pragma " + name).mapTo(String.class).one();
    }

    @Test
    void postgresqlSleepsUntilItIsChosen() {
        assertThat(postgresql.getHandle().getBean().isActive()).isFalse();
    }

    public static final class InAFolderOfItsOwn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path folder = Files.createTempDirectory(Path.of("target"), "newsroom");
                return Map.of(
                        "press.newsroom.file",
                        folder.resolve("made/newsroom.db").toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
