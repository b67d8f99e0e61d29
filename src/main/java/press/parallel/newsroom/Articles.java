package press.parallel.newsroom;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import press.parallel.Article;
import press.parallel.Picture;

/** Tables {@code article} and {@code article_failure}. */
final class Articles {
    Optional<Article> find(Handle handle, String key) {
        return handle.createQuery("select * from article where entry_key = :key")
                .bind("key", key)
                .map((row, context) -> new Article(
                        row.getString("entry_key"),
                        URI.create(row.getString("link")),
                        Columns.address(row, "canonical"),
                        row.getString("site"),
                        row.getString("title"),
                        row.getString("author"),
                        Columns.instant(row, "published"),
                        image(row),
                        Json.pictures(row.getString("pictures")),
                        row.getString("language"),
                        row.getString("direction"),
                        row.getString("text"),
                        row.getString("html"),
                        row.getInt("words")))
                .findOne();
    }

    /** Texts of an earlier version have the address alone. */
    private static @Nullable Picture image(ResultSet row) throws SQLException {
        String lead = row.getString("lead");
        URI address = Columns.address(row, "image");
        return lead != null ? Json.picture(lead) : address == null ? null : Picture.at(address);
    }

    /** Keeps a text; one that was read again replaces the older. */
    void keep(Handle handle, Article article, Instant now) {
        @Nullable Picture image = article.image();
        handle.createUpdate("""
                        insert into article (entry_key, fetched, link, canonical, site, title, author, published, image, lead, pictures,
                            language, direction, words, text, html)
                        values (:key, :now, :link, :canonical, :site, :title, :author, :published, :image, :lead, :pictures,
                            :language, :direction, :words, :text, :html)
                        on conflict (entry_key) do update set
                            fetched = excluded.fetched, link = excluded.link, canonical = excluded.canonical, site = excluded.site,
                            lead = excluded.lead, pictures = excluded.pictures, direction = excluded.direction, title = excluded.title, author = excluded.author,
                            published = excluded.published, image = excluded.image, language = excluded.language,
                            words = excluded.words, text = excluded.text, html = excluded.html""")
                .bind("key", article.key())
                .bind("now", now.toEpochMilli())
                .bind("link", article.link().toString())
                .bind("canonical", Columns.text(article.canonical()))
                .bind("site", article.site())
                .bind("title", article.title())
                .bind("author", article.author())
                .bind("published", Columns.millis(article.published()))
                .bind("image", image == null ? null : image.address().toString())
                .bind("lead", image == null ? null : Json.write(image))
                .bind("pictures", Json.write(article.pictures()))
                .bind("language", article.language())
                .bind("direction", article.direction())
                .bind("words", article.words())
                .bind("text", article.text())
                .bind("html", article.html())
                .execute();
        handle.createUpdate("delete from article_failure where entry_key = :key")
                .bind("key", article.key())
                .execute();
    }

    void failed(Handle handle, String key, String link, String reason, int httpStatus, Instant now, Instant notBefore) {
        handle.createUpdate("""
                        insert into article_failure (entry_key, failed, link, http_status, reason, not_before)
                        values (:key, :now, :link, :httpStatus, :reason, :notBefore)
                        on conflict (entry_key) do update set failed = excluded.failed, link = excluded.link,
                            http_status = excluded.http_status, reason = excluded.reason, not_before = excluded.not_before""")
                .bind("key", key)
                .bind("now", now.toEpochMilli())
                .bind("link", link)
                .bind("httpStatus", httpStatus)
                .bind("reason", reason)
                .bind("notBefore", notBefore.toEpochMilli())
                .execute();
    }

    /** Why the page could not be read, when that was after {@code since}, or it is not to be asked yet. */
    Optional<String> failure(Handle handle, String key, Instant now, Duration retryAfter) {
        return handle.createQuery(
                        "select reason from article_failure where entry_key = :key and (failed > :since or not_before > :now)")
                .bind("key", key)
                .bind("since", now.minus(retryAfter).toEpochMilli())
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .findOne();
    }
}
