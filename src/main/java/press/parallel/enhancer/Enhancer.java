package press.parallel.enhancer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import press.parallel.Article;
import press.parallel.Entry;
import press.parallel.LossException;
import press.parallel.Picture;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.Run;
import press.parallel.Story;

/**
 * Turns the page of a story into its full text. A page that has none is an outcome, told in one sentence; the story is then printed
 * with the feed's summary. No state, safe for use by many threads.
 */
@RegisterForReflection
public final class Enhancer {
    private static final String ACCEPT = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1";

    private final ArticleReader reader;
    private static final int AFTER_FEEDS = Integer.MAX_VALUE;

    private final int minWords;

    /** @param minWords a page with fewer words of text counts as having none, {@code press.enhancer.min-words} */
    public Enhancer(ArticleReader reader, int minWords) {
        if (minWords < 0) {
            throw new IllegalArgumentException("press.enhancer.min-words: expected zero or more, but was " + minWords);
        }
        this.reader = reader;
        this.minWords = minWords;
    }

    /**
     * The request for the story's page, to be sent by the run's deadline. Inside a domain's line pages come after feeds, because the
     * choice waits for feeds, and keep the rank of their stories.
     */
    public Request request(Story story, Run run) {
        return new Request(
                        withoutFragment(story.entry().link()),
                        Request.Purpose.PAGE,
                        ACCEPT,
                        run.edition(),
                        story.rank(),
                        0,
                        run.deadline())
                .withPriority(AFTER_FEEDS);
    }

    /** Whether the story brings its whole text: its page is not asked for, see {@link #own}. */
    public boolean complete(Story story) {
        return story.entry().complete();
    }

    /** The article that the entry itself brings in its content, short as it may be. */
    public Article own(Story story) {
        Entry entry = story.entry();
        Article read = reader.readFragment(entry.content(), entry.link());
        return new Article(
                entry.key(),
                entry.link(),
                entry.link(),
                read.site(),
                entry.title(),
                entry.author(),
                entry.published(),
                entry.image() != null ? Picture.at(entry.image()) : read.image(),
                read.pictures(),
                read.language(),
                read.direction(),
                read.text(),
                read.html(),
                read.words());
    }

    /**
     * The article on the page that {@code reply} brought. What the page does not say of author and date is taken from the entry.
     *
     * @throws LossException when the answer is no page, is empty, or has no main content of {@code minWords} words
     */
    public Article read(Reply reply, Story story) {
        Entry entry = story.entry();
        if (!reply.ok()) {
            throw loss(
                    story,
                    "expected its page, but the server answered " + reply.status() + meaning(reply.status()),
                    reply);
        }
        String type = mediaType(reply);
        if (!isPage(type, reply.body())) {
            throw loss(
                    story,
                    "expected a web page, but found " + (type.isEmpty() ? "other data" : "'" + type + "'"),
                    reply);
        }
        if (isBlank(reply.body())) {
            throw loss(story, "expected its page, but the answer was empty", reply);
        }
        Article read = reader.read(reply.body(), reply.address(), reply.contentType());
        if (read.words() < minWords) {
            throw loss(
                    story,
                    "page has no main content of " + minWords + " words or more (found " + read.words() + ")",
                    reply);
        }
        @Nullable Picture offered = entry.image() == null ? null : Picture.at(entry.image());
        return new Article(
                entry.key(),
                read.link(),
                read.canonical(),
                read.site(),
                read.title(),
                read.author().isEmpty() ? entry.author() : read.author(),
                read.published() != null ? read.published() : entry.published(),
                read.image() != null ? read.image() : offered,
                read.pictures(),
                read.language(),
                read.direction(),
                read.text(),
                read.html(),
                read.words());
    }

    private static LossException loss(Story story, String found, Reply reply) {
        return new LossException(
                "story '" + story.entry().link() + "': " + found + "; printed with the feed's summary", reply.status());
    }

    /** What the common refusals mean, for readers who do not know the numbers. RFC 9110, 15. */
    private static String meaning(int status) {
        return switch (status) {
            case 401, 402, 403, 407, 451 -> " (not for everyone)";
            case 404, 410 -> " (no such page)";
            case 429 -> " (too many requests)";
            default -> status >= 500 ? " (the server's own trouble)" : "";
        };
    }

    private static String mediaType(Reply reply) {
        String value = reply.contentType();
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    /** HTML by its media type; without one, or with one that says nothing, by its first characters. */
    private static boolean isPage(String type, byte[] body) {
        return switch (type) {
            case "text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml" -> !isBinary(body);
            case "", "text/plain", "application/octet-stream", "application/xml", "text/xml", "unknown/unknown" ->
                !isBinary(body) && (type.isEmpty() || looksLikeHtml(body));
            default -> false;
        };
    }

    private static boolean looksLikeHtml(byte[] body) {
        String start =
                new String(body, 0, Math.min(1024, body.length), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return start.contains("<!doctype html") || start.contains("<html") || start.contains("<body");
    }

    /** PDF, pictures and archives begin with a signature; some servers call them HTML. WHATWG MIME Sniffing, 7. */
    private static boolean isBinary(byte[] body) {
        String start = new String(body, 0, Math.min(8, body.length), StandardCharsets.ISO_8859_1);
        return start.startsWith("%PDF-")
                || start.startsWith("\u0089PNG")
                || start.startsWith("\u00FF\u00D8\u00FF")
                || start.startsWith("GIF8")
                || start.startsWith("PK\u0003\u0004")
                || start.startsWith("RIFF");
    }

    private static boolean isBlank(byte[] body) {
        for (byte b : body) {
            if (b < 0 || b > ' ') {
                return false;
            }
        }
        return true;
    }

    private static URI withoutFragment(URI link) {
        @Nullable String fragment = link.getRawFragment();
        String whole = link.toString();
        return fragment == null ? link : URI.create(whole.substring(0, whole.length() - fragment.length() - 1));
    }
}
