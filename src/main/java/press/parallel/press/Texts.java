package press.parallel.press;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import press.parallel.Article;
import press.parallel.Copy;
import press.parallel.Desk;
import press.parallel.Loss;
import press.parallel.LossException;
import press.parallel.Reply;
import press.parallel.Run;
import press.parallel.Story;
import press.parallel.editor.Editor;
import press.parallel.enhancer.Assignment;
import press.parallel.enhancer.Enhancer;
import press.parallel.newsroom.Newsroom;
import press.parallel.politeness.PoliteLine;

/** What is asked and filed about the texts of the run under way. Safe for use by many threads. */
@RegisterForReflection
public final class Texts {
    /** A look takes time that grows with the entries; it may take one part in so many of all time. */
    private static final int SHARE = 9;

    private final Runs runs;
    private final Newsroom newsroom;
    private final Editor editor;
    private final Enhancer enhancer;
    private final PoliteLine line;
    private final Pace pace;
    private final InstantSource clock;
    private final Duration window;
    private final Duration retryAfter;
    private volatile Instant nextLook = Instant.MIN;

    /**
     * @param window of freshness
     * @param retryAfter before a page that could not be read is asked again
     */
    Texts(
            Runs runs,
            Newsroom newsroom,
            Editor editor,
            Enhancer enhancer,
            PoliteLine line,
            Pace pace,
            InstantSource clock,
            Duration window,
            Duration retryAfter) {
        this.runs = runs;
        this.newsroom = newsroom;
        this.editor = editor;
        this.enhancer = enhancer;
        this.line = line;
        this.pace = pace;
        this.clock = clock;
        this.window = window;
        this.retryAfter = retryAfter;
    }

    /** Stories that will most likely be printed whatever the feeds still out bring; none unless slots are idle. */
    public List<Story> ahead() {
        Optional<Ledger> under = runs.underWay();
        if (under.isEmpty() || !pace.isPolite() || !line.idle()) {
            return List.of();
        }
        Instant began = clock.instant();
        if (began.isBefore(nextLook) || !under.get().worthLookingAhead()) {
            return List.of();
        }
        Ledger open = under.get();
        Desk desk = newsroom.desk(open.run, window, open.feeds, editor.rules());
        List<Story> certain = editor.certain(desk, open.stillOut(), open.run.started()).stream()
                .filter(story -> !open.isClaimed(story.entry().key()))
                .toList();
        Instant ended = clock.instant();
        nextLook = ended.plus(Duration.between(began, ended).multipliedBy(SHARE));
        return certain;
    }

    /** Whether this story is nobody's yet; then it is the caller's. */
    public boolean claim(Exchange exchange) {
        return runs.ledgerOf(exchange)
                .map(open -> open.claim(
                        exchange.getMessage().getBody(Story.class).entry().key()))
                .orElse(false);
    }

    /** The copy of a story that need not be fetched: known, brought along, or lost a short while ago; else null. */
    public @Nullable Copy known(Exchange exchange) {
        Story story = exchange.getMessage().getBody(Story.class);
        if (enhancer.complete(story)) {
            return in(exchange, new Copy(story, enhancer.own(story), null));
        }
        String key = story.entry().key();
        Optional<Article> article = newsroom.article(key);
        if (article.isPresent()) {
            return in(exchange, new Copy(story, article.get(), null));
        }
        return newsroom.failure(key, retryAfter)
                .map(reason -> {
                    Loss loss = new Loss(
                            "story", story.entry().title(), story.entry().link().toString(), reason);
                    newsroom.lose(exchange.getVariable("run", Run.class), loss);
                    return in(exchange, new Copy(story, null, loss));
                })
                .orElse(null);
    }

    /** Keeps the text of a story; that a page of it could not be had is told. */
    public Copy keep(Exchange exchange) {
        Article article = exchange.getMessage().getBody(Article.class);
        Story story = exchange.getVariable("story", Story.class);
        newsroom.keep(article);
        Assignment pages = exchange.getVariable("pages", Assignment.class);
        if (pages != null && pages.isCut()) {
            newsroom.lose(
                    exchange.getVariable("run", Run.class),
                    new Loss("page", story.entry().title(), story.entry().link().toString(), pages.cut()));
        }
        return in(exchange, new Copy(story, article, null));
    }

    /** Notes a story whose page could not be had. */
    void lost(Exchange exchange, Story story, Loss loss, Throwable why, Optional<Late> late) {
        int status = why instanceof LossException known ? known.httpStatus() : 0;
        boolean askedTooSoon = status == 429 || why instanceof LossException known && known.late();
        if (!askedTooSoon) {
            newsroom.failed(
                    story.entry().key(),
                    loss.link(),
                    loss.reason(),
                    status,
                    Unavailable.until(exchange.getVariable("reply", Reply.class), clock.instant()));
        }
        runs.ledgerOf(exchange).ifPresent(open -> {
            newsroom.lose(open.run, loss);
            open.articleDone(story.entry().key());
        });
    }

    private Copy in(Exchange exchange, Copy copy) {
        runs.ledgerOf(exchange)
                .ifPresent(open -> open.articleDone(copy.story().entry().key()));
        return copy;
    }
}
