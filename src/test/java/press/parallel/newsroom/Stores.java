package press.parallel.newsroom;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Newsroom databases by their JDBC address, with the settings of application.properties. */
final class Stores {
    private static final String SQLITE = "jdbc:sqlite:";

    private Stores() {}

    static Store at(String url) {
        DataSource source = source(url);
        Runnable migrate = () -> Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/newsroom")
                .load()
                .migrate();
        return url.startsWith(SQLITE)
                ? Store.sqlite(Path.of(url.substring(SQLITE.length())), source, migrate)
                : Store.postgresql(url, source, migrate);
    }

    static DataSource source(String url) {
        if (url.startsWith(SQLITE)) {
            SQLiteConfig config = new SQLiteConfig();
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
            config.setBusyTimeout(10_000);
            SQLiteDataSource source = new SQLiteDataSource(config);
            source.setUrl(url);
            return source;
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser("postgres");
        return source;
    }
}
