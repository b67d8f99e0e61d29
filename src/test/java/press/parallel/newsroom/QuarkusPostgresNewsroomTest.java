package press.parallel.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The other database, chosen by press.newsroom.postgresql alone. */
@QuarkusTest
@TestProfile(QuarkusPostgresNewsroomTest.OnAServer.class)
@EnabledIf(
        value = "press.parallel.newsroom.TemporaryPostgres#available",
        disabledReason = "no PostgreSQL under /usr/lib/postgresql")
class QuarkusPostgresNewsroomTest {
    @Inject
    @DataSource("pg")
    InjectableInstance<AgroalDataSource> postgresql;

    @Inject
    @FlywayDataSource("pg")
    InjectableInstance<Flyway> migrations;

    @ConfigProperty(name = "press.newsroom.url")
    String url;

    @Test
    void oneSettingMovesTheNewsroomToPostgresql() {
        Store store =
                Store.postgresql(url, postgresql.get(), () -> migrations.get().migrate());
        try (Newsroom newsroom = new Newsroom(
                        store, InstantSource.system(), Newsroom.Paper.daily(ZoneOffset.UTC, Duration.ofDays(4)));
                RunLock lock = newsroom.lock(Duration.ZERO)) {
            assertThat(lock).isNotNull();
            newsroom.stamp("a.test", InstantSource.system().instant());
            assertThat(newsroom.open(Duration.ofMinutes(2), 0.75).number()).isEqualTo(1);
            assertThat(newsroom.clocks()).containsOnlyKeys("a.test");
        }
    }

    public static final class OnAServer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("press.newsroom.postgresql", "true");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Server.class));
        }
    }

    public static final class Server implements QuarkusTestResourceLifecycleManager {
        private TemporaryPostgres postgres;

        @Override
        public Map<String, String> start() {
            try {
                postgres = TemporaryPostgres.start(TemporaryPostgres.programs().orElseThrow());
                return Map.of("press.newsroom.url", postgres.newDatabase(), "press.newsroom.user", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void stop() {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
