package press.parallel.newsroom;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import press.parallel.Article;

/** Tables {@code article} and {@code article_failure}. */
final class Articles {
    Optional<Article> find(Handle handle, String key) {
        return handle.createQuery("select * from article where entry_key = :key")
                .bind("key", key)
                .map((row, context) -> new Article(
                        row.getString("entry_key"),
                        URI.create(row.getString("link")),
                        row.getString("title"),
                        row.getString("author"),
                        Columns.instant(row, "published"),
                        Columns.address(row, "image"),
                        row.getString("language"),
                        row.getString("text"),
                        row.getString("html"),
                        row.getInt("words")))
                .findOne();
    }

    /** Keeps a text; one that was read again replaces the older. */
    void keep(Handle handle, Article article, Instant now) {
        handle.createUpdate("""
                        insert into article (entry_key, fetched, link, title, author, published, image, language, words, text, html)
                        values (:key, :now, :link, :title, :author, :published, :image, :language, :words, :text, :html)
                        on conflict (entry_key) do update set
                            fetched = excluded.fetched, link = excluded.link, title = excluded.title, author = excluded.author,
                            published = excluded.published, image = excluded.image, language = excluded.language,
                            words = excluded.words, text = excluded.text, html = excluded.html""")
                .bind("key", article.key())
                .bind("now", now.toEpochMilli())
                .bind("link", article.link().toString())
                .bind("title", article.title())
                .bind("author", article.author())
                .bind("published", Columns.millis(article.published()))
                .bind("image", Columns.text(article.image()))
                .bind("language", article.language())
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
