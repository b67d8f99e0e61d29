package press.parallel.enhancer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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
 * Turns the pages of a story into its full text. A page that has none is an outcome, told in one sentence; the story is then printed
 * with the feed's summary. No state, safe for use by many threads.
 */
@RegisterForReflection
public final class Enhancer {
    private static final String ACCEPT = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1";

    private static final int AFTER_FEEDS = Request.MINOR - 1;

    private final ArticleReader reader;
    private final int minWords;

    /** @param minWords a page with fewer words of text counts as having none, {@code press.enhancer.min-words} */
    public Enhancer(ArticleReader reader, int minWords) {
        if (minWords < 0) {
            throw new IllegalArgumentException("press.enhancer.min-words: expected zero or more, but was " + minWords);
        }
        this.reader = reader;
        this.minWords = minWords;
    }

    /** The pages of {@code story}, all of them still to be read. */
    public Assignment assignment(Story story, Run run) {
        return Assignment.of(story.entry().link(), run.edition(), story.rank(), run.deadline());
    }

    /** Whether a page is to be read next. */
    public boolean unread(Assignment assignment) {
        return assignment.next() != null;
    }

    /**
     * The request for the page that is next, to be sent by the run's deadline. Inside a domain's line pages come after feeds, because
     * the choice waits for feeds, and keep the rank of their stories.
     */
    public Request request(Assignment assignment) {
        return new Request(
                        withoutFragment(Objects.requireNonNull(assignment.next())),
                        Request.Purpose.PAGE,
                        ACCEPT,
                        assignment.group(),
                        assignment.index(),
                        0,
                        assignment.deadline())
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
     * The assignment with what {@code reply} brought: text, the page that continues it, or another address where the story may be had.
     */
    public Assignment read(Reply reply, Assignment assignment) {
        URI asked = Objects.requireNonNull(assignment.next());
        Optional<String> unfit = unfit(reply);
        if (unfit.isPresent()) {
            return assignment.without(asked, loss(assignment, unfit.get(), reply));
        }
        boolean more = !assignment.pages().isEmpty();
        URI first = more ? assignment.pages().get(0).address() : reply.address();
        PageReading page = reader.page(
                reply.body(),
                reply.address(),
                reply.contentType(),
                first,
                assignment.pages().size() + 1);
        Optional<String> lack = lack(page, assignment.link(), more ? 0 : minWords);
        if (lack.isPresent()) {
            boolean passable = page.obstacle() == null || page.obstacle().passable();
            return assignment.without(
                    asked,
                    loss(assignment, lack.get(), reply),
                    passable ? elsewhere(page, assignment.link()) : List.of());
        }
        return assignment.with(asked, page);
    }

    /** The assignment without a page that could not be had. */
    public Assignment without(Assignment assignment, Exception why) {
        return assignment.without(Objects.requireNonNull(assignment.next()), why);
    }

    /**
     * The article on the pages that were read. What they do not say of author, date and picture is taken from the entry.
     *
     * @throws Exception why there is none: what the request failed with, or a {@link LossException} when the answer was no page, was
     *     empty, was something else than the story, or has no main content of {@code minWords} words
     */
    public Article article(Assignment assignment, Story story) throws Exception {
        Entry entry = story.entry();
        Article read = article(assignment);
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

    /** The same as the pages alone say it, with key "". */
    public Article article(Assignment assignment) throws Exception {
        if (assignment.pages().isEmpty()) {
            throw Objects.requireNonNull(assignment.why());
        }
        return reader.article(assignment.pages());
    }

    /** Why what was served is no page at all. */
    private static Optional<String> unfit(Reply reply) {
        if (!reply.ok()) {
            return Optional.of(
                    "expected its page, but the server answered " + reply.status() + meaning(reply.status()));
        }
        String type = mediaType(reply);
        if (!isPage(type, reply.body())) {
            return Optional.of("expected a web page, but found " + (type.isEmpty() ? "other data" : "'" + type + "'"));
        }
        return isBlank(reply.body()) ? Optional.of("expected its page, but the answer was empty") : Optional.empty();
    }

    /** Why a page has not the story's text. */
    private static Optional<String> lack(PageReading page, URI link, int minWords) {
        Obstacle obstacle = leadsToTheFront(link, page.address()) ? Obstacle.FRONT_PAGE : page.obstacle();
        if (obstacle != null) {
            return Optional.of(obstacle.sentence() + (page.words() > 0 ? " (found " + page.words() + " words)" : ""));
        }
        return page.words() < minWords
                ? Optional.of("page has no main content of " + minWords + " words or more (found " + page.words() + ")")
                : Optional.empty();
    }

    /** Other addresses of the story; the front of the site is none, whatever the page says. */
    private static List<URI> elsewhere(PageReading page, URI link) {
        return page.elsewhere().stream()
                .filter(place -> !leadsToTheFront(link, place))
                .toList();
    }

    private static boolean leadsToTheFront(URI link, URI found) {
        return isBare(found)
                && !isBare(link)
                && found.getHost() != null
                && link.getHost() != null
                && host(found).equals(host(link));
    }

    private static String host(URI address) {
        return address.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    }

    private static boolean isBare(URI address) {
        return (address.getRawPath() == null || address.getRawPath().length() <= 1) && address.getRawQuery() == null;
    }

    private static LossException loss(Assignment assignment, String found, Reply reply) {
        return new LossException(
                "story '" + assignment.link() + "': " + found + "; printed with the feed's summary", reply.status());
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
