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
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;
import press.parallel.Reply;
import press.parallel.Request;
import press.parallel.auditor.Auditor;
import press.parallel.enhancer.ArticleFiles;
import press.parallel.enhancer.ArticleReader;
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
    private static final String PAGES = "text/html, application/xhtml+xml, */*;q=0.1";

    private final CamelContext context;
    private final Auditor auditor;
    private final Turns turns;
    private final Newsroom newsroom;
    private final InstantSource clock;

    Lookup(CamelContext context, Auditor auditor, Turns turns, Newsroom newsroom, InstantSource clock) {
        this.context = context;
        this.auditor = auditor;
        this.turns = turns;
        this.newsroom = newsroom;
        this.clock = clock;
    }

    /** An object per address, as the {@code feed} command prints it. */
    ObjectNode feeds(List<String> urls) {
        FeedFiles shown = new FeedFiles();
        return ask(
                urls,
                Request.Purpose.FEED,
                FEEDS,
                reply -> shown.read(reply.body(), reply.address(), reply.contentType()));
    }

    /** An object per address, as the {@code article} command prints it. */
    ObjectNode articles(List<String> urls) {
        return ask(urls, Request.Purpose.PAGE, PAGES, reply -> {
            try (TokenBuffer buffer = new TokenBuffer(MAPPER, false)) {
                JsonGenerator json = buffer;
                ArticleFiles.write(new ArticleReader().read(reply.body(), reply.address(), reply.contentType()), json);
                return MAPPER.readTree(buffer.asParser());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private ObjectNode ask(
            List<String> urls, Request.Purpose purpose, String accept, Function<Reply, ObjectNode> read) {
        try (RunLock lock = newsroom.lock(OTHERS)) {
            turns.remember();
            ObjectNode answer = asked(urls, purpose, accept, read);
            // Every request is written down before another press may go on.
            newsroom.clocks();
            return answer;
        }
    }

    private ObjectNode asked(
            List<String> urls, Request.Purpose purpose, String accept, Function<Reply, ObjectNode> read) {
        Map<String, CompletableFuture<Exchange>> asked = new LinkedHashMap<>();
        try (ProducerTemplate template = context.createProducerTemplate()) {
            for (String url : urls) {
                Exchange exchange = new DefaultExchange(context);
                exchange.getMessage()
                        .setBody(new Request(
                                URI.create(url),
                                purpose,
                                accept,
                                "lookup",
                                asked.size(),
                                0,
                                clock.instant().plus(PATIENCE)));
                asked.put(url, template.asyncSend("direct:ask-the-web", exchange));
            }
            ObjectNode answer = MAPPER.createObjectNode();
            asked.forEach((url, exchange) -> answer.set(url, outcome(url, exchange.join(), read)));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode outcome(String url, Exchange exchange, Function<Reply, ObjectNode> read) {
        try {
            Exception failure = exchange.getException();
            if (failure != null) {
                return failed(auditor.sentence(failure, URI.create(url)));
            }
            Reply reply = exchange.getMessage().getBody(Reply.class);
            return reply.ok()
                    ? read.apply(reply)
                    : failed("'" + url + "' answered " + reply.status() + " instead of 200");
        } catch (RuntimeException notReadable) {
            return failed(auditor.sentence(notReadable, URI.create(url)));
        }
    }

    private static ObjectNode failed(String error) {
        return MAPPER.createObjectNode().put("ok", false).put("error", error);
    }
}
