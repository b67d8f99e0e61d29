package press.parallel.press;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;
import press.parallel.Article;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.auditor.Auditor;
import press.parallel.enhancer.ArticleFiles;
import press.parallel.enhancer.Assignment;
import press.parallel.enhancer.Enhancer;
import press.parallel.fetcher.FeedFiles;
import press.parallel.newsroom.Newsroom;
import press.parallel.newsroom.RunLock;

/** Asks single addresses, with all manners, and shows what the press makes of them. */
@Singleton
@Unremovable
final class Lookup {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Another press that is at work would not know what is sent here, nor this one what is sent there. */
    private static final Duration OTHERS = Duration.ofSeconds(45);

    private static final String FEEDS =
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.1";
    private static final String GROUP = "lookup";

    private final CamelContext context;
    private final Auditor auditor;
    private final Turns turns;
    private final Enhancer enhancer;
    private final Newsroom newsroom;
    private final InstantSource clock;

    Lookup(
            CamelContext context,
            Auditor auditor,
            Turns turns,
            Enhancer enhancer,
            Newsroom newsroom,
            InstantSource clock) {
        this.context = context;
        this.auditor = auditor;
        this.turns = turns;
        this.enhancer = enhancer;
        this.newsroom = newsroom;
        this.clock = clock;
    }

    /** An object per address, as the {@code feed} command prints it. */
    ObjectNode feeds(List<String> urls) {
        FeedFiles shown = new FeedFiles();
        return ask(urls, "direct:ask-the-web", (url, index) -> feed(url, index), (url, exchange) -> {
            Reply reply = exchange.getMessage().getBody(Reply.class);
            return reply.ok()
                    ? shown.read(reply.body(), reply.address(), reply.contentType())
                    : failed("'" + url + "' answered " + reply.status() + " instead of 200");
        });
    }

    private Request feed(URI url, int index) {
        return new Request(url, Request.Purpose.FEED, FEEDS, GROUP, index, 0, deadline());
    }

    /** An object per address, as the {@code article} command prints it; pages that continue a story are read too. */
    ObjectNode articles(List<String> urls) {
        return ask(
                urls,
                "direct:read-pages",
                (url, index) -> Assignment.of(url, GROUP, index, deadline()),
                (url, exchange) -> shown(enhancer.article(exchange.getMessage().getBody(Assignment.class))));
    }

    private static ObjectNode shown(Article article) throws IOException {
        try (TokenBuffer buffer = new TokenBuffer(MAPPER, false)) {
            JsonGenerator json = buffer;
            ArticleFiles.write(article, json);
            return MAPPER.readTree(buffer.asParser());
        }
    }

    private Instant deadline() {
        return clock.instant().plus(PATIENCE);
    }

    /** Shows what came of an address. */
    @FunctionalInterface
    private interface Show {
        ObjectNode show(String url, Exchange exchange) throws Exception;
    }

    private ObjectNode ask(List<String> urls, String route, BiFunction<URI, Integer, Object> wanted, Show show) {
        try (RunLock lock = newsroom.lock(OTHERS)) {
            turns.remember();
            ObjectNode answer = asked(urls, route, wanted, show);
            // Every request is written down before another press may go on.
            newsroom.clocks();
            return answer;
        }
    }

    private ObjectNode asked(List<String> urls, String route, BiFunction<URI, Integer, Object> wanted, Show show) {
        Map<String, CompletableFuture<Exchange>> asked = new LinkedHashMap<>();
        try (ProducerTemplate template = context.createProducerTemplate()) {
            for (String url : urls) {
                Exchange exchange = new DefaultExchange(context);
                exchange.getMessage().setBody(wanted.apply(URI.create(url), asked.size()));
                asked.put(url, template.asyncSend(route, exchange));
            }
            ObjectNode answer = MAPPER.createObjectNode();
            asked.forEach((url, exchange) -> answer.set(url, outcome(url, exchange.join(), show)));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode outcome(String url, Exchange exchange, Show show) {
        try {
            Exception failure = exchange.getException();
            return failure == null ? show.show(url, exchange) : failed(auditor.sentence(failure, URI.create(url)));
        } catch (Exception notReadable) {
            return failed(auditor.sentence(notReadable, URI.create(url)));
        }
    }

    private static ObjectNode failed(String error) {
        return MAPPER.createObjectNode().put("ok", false).put("error", error);
    }
}
