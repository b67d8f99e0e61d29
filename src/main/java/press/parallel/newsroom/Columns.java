package press.parallel.newsroom;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How instants and addresses stand in columns: milliseconds since 1970, and text. Absent values are SQL null. */
final class Columns {
    private Columns() {}

    static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    static @Nullable String text(@Nullable URI address) {
        return address == null ? null : address.toString();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static @Nullable URI address(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : URI.create(text);
    }
}
