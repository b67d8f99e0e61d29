package press.parallel.auditor;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import press.parallel.Feed;
import press.parallel.FeedContent;
import press.parallel.FeedReport;
import press.parallel.Loss;
import press.parallel.LossException;
import press.parallel.Reply;
import press.parallel.Story;

/**
 * Says in plain words what became of a feed or a story. The same sentence goes to the log, into {@code edition.json} and to the
 * foot of the paper.
 *
 * <p>Without state, safe for use by many threads.
 */
@RegisterForReflection
public final class Auditor {
    private static final int HTTP_NOT_MODIFIED = 304;

    /** The feed is missing from the edition. */
    public Loss lossOfFeed(Feed feed, Throwable why) {
        URI address = feed.address();
        return new Loss(
                "feed", host(address), address.toString(), told("feed", why, address, "left out of this edition"));
    }

    /** The story's full text is missing from the edition; the story itself is printed. */
    public Loss lossOfStory(Story story, Throwable why) {
        URI link = story.entry().link();
        String title = story.entry().title();
        return new Loss(
                "story",
                title.isBlank() ? host(link) : title,
                link.toString(),
                told("story", why, link, "printed with the feed's words"));
    }

    /** Why a picture is missing; its story is printed without it. */
    public String reasonOfPicture(URI address, Throwable why) {
        return told("picture", why, address, "its story is printed without it");
    }

    /**
     * Reports a feed that was asked and not had: {@code late} when nothing is known against it, else {@code failed}.
     *
     * @param millis how long it was tried, in milliseconds
     */
    public FeedReport failed(Feed feed, Throwable why, long millis) {
        LossException loss = find(LossException.class, why);
        return new FeedReport(
                feed.address().toString(),
                host(feed.address()),
                loss != null && loss.late() ? "late" : "failed",
                lossOfFeed(feed, why).reason(),
                loss == null ? 0 : loss.httpStatus(),
                0,
                0,
                millis);
    }

    /**
     * Reports a feed that answered: {@code unchanged} when it said that nothing is new (304), else {@code ok}.
     *
     * @param fresh entries inside the freshness window
     */
    public FeedReport ok(Feed feed, FeedContent content, Reply reply, int fresh) {
        boolean unchanged = reply.status() == HTTP_NOT_MODIFIED;
        return new FeedReport(
                feed.address().toString(),
                content.title().isBlank() ? host(feed.address()) : content.title(),
                unchanged ? "unchanged" : "ok",
                unchanged ? "the feed says that nothing changed since it was last read" : "",
                reply.status(),
                content.entries().size(),
                fresh,
                reply.millis());
    }

    /**
     * Turns whatever went wrong into one plain sentence of one line. A {@link LossException} anywhere in the chain of causes
     * speaks for itself; failures of the network are told by what they mean; anything else is named with its class and message.
     *
     * @param address what was asked for; its host stands in the sentence
     */
    public String sentence(Throwable why, URI address) {
        LossException loss = find(LossException.class, why);
        if (loss != null) {
            return oneLine(loss.getMessage());
        }
        String host = "'" + host(address) + "'";
        UnknownHostException unknown = find(UnknownHostException.class, why);
        if (unknown != null) {
            return "'" + unknownHost(unknown, address)
                    + "' could not be found (DNS); it may have moved, or this machine is offline";
        }
        SSLException tls = find(SSLException.class, why);
        if (tls != null) {
            return host + " could not be trusted or spoken to (TLS: " + oneLine(tls.getMessage()) + ")";
        }
        // Before ConnectException: the HTTP client's own connect timeout is a SocketTimeoutException.
        if (find(SocketTimeoutException.class, why) != null || find(TimeoutException.class, why) != null) {
            return host + " did not answer in time";
        }
        if (find(ConnectException.class, why) != null || find(NoRouteToHostException.class, why) != null) {
            return host + " could not be reached (connection refused, or no way there)";
        }
        if (find(SocketException.class, why) != null) {
            return host + " broke the connection off";
        }
        if (find(EOFException.class, why) != null) {
            return host + " ended its answer too soon";
        }
        if (find(CancellationException.class, why) != null || find(InterruptedException.class, why) != null) {
            return host + " was no longer waited for, as the press was stopped";
        }
        Throwable said = unwrap(why);
        String message = oneLine(said.getMessage());
        return host + ": " + said.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
    }

    /** The sentence with what it is about in front and what the press did at the end, where it does not say so itself. */
    private String told(String kind, Throwable why, URI address, String outcome) {
        String sentence = sentence(why, address);
        String named = sentence.contains(address.toString()) ? sentence : kind + " '" + address + "': " + sentence;
        boolean complete = named.contains("left out of this edition")
                || named.contains("printed with the feed")
                || named.contains(outcome);
        return complete ? named : named + "; " + outcome;
    }

    /** A name resolver's message is the host, sometimes followed by more words; a redirect may have led to another host. */
    private static String unknownHost(UnknownHostException unknown, URI address) {
        String message = oneLine(unknown.getMessage());
        int end = message.indexOf(':');
        String name = end < 0 ? message : message.substring(0, end);
        return name.isEmpty() || name.indexOf(' ') >= 0 ? host(address) : name;
    }

    /** The first throwable of this kind in the chain of causes; chains that bite their tail end after 32 links. */
    private static <T extends Throwable> @Nullable T find(Class<T> kind, Throwable why) {
        @Nullable Throwable link = why;
        for (int i = 0; i < 32 && link != null; i++) {
            if (kind.isInstance(link)) {
                return kind.cast(link);
            }
            link = link.getCause();
        }
        return null;
    }

    /** Looks through wrappers that add nothing to their cause: those of Camel, and those whose message is the cause's own. */
    private static Throwable unwrap(Throwable why) {
        Throwable link = why;
        for (int i = 0; i < 32; i++) {
            Throwable cause = link.getCause();
            if (cause == null || !isWrapper(link, cause)) {
                break;
            }
            link = cause;
        }
        return link;
    }

    private static boolean isWrapper(Throwable link, Throwable cause) {
        String message = link.getMessage();
        return message == null
                || message.equals(cause.toString())
                || link.getClass().getName().startsWith("org.apache.camel.");
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "" : message.replaceAll("\\s+", " ").strip();
    }

    private static String host(URI address) {
        String host = address.getHost();
        return host == null ? address.toString() : host;
    }
}
