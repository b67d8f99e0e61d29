package press.parallel.fetcher;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import press.parallel.Entry;
import press.parallel.FeedContent;

/**
 * Finishes drafts: every entry gets a link, a key and a title, whatever its feed left out.
 *
 * <p>Without a link the enclosure serves, then the feed's own page with a fragment made from the entry. Entries with different ids that share one link (podcasts that all point home) stay different entries.
 */
final class Drafts {
    private static final int TITLE_LENGTH = 90;

    private Drafts() {}

    /** @param address of the feed, for entries that have no address of their own */
    static FeedContent finish(Draft.OfFeed feed, URI address) {
        feed.entries.removeIf(Drafts::isEmpty);
        Map<String, Set<String>> idsByLink = new HashMap<>();
        for (Draft draft : feed.entries) {
            URI link = link(draft);
            if (link != null) {
                idsByLink
                        .computeIfAbsent(CanonicalLink.of(link), k -> new HashSet<>())
                        .add(draft.id);
            }
        }
        List<Entry> entries = new ArrayList<>(feed.entries.size());
        for (Draft draft : feed.entries) {
            URI link = link(draft);
            String key;
            if (link == null) {
                URI home = feed.link != null ? feed.link : address;
                String mark =
                        "#" + hash(draft.id.isEmpty() ? draft.title + "\n" + draft.summary + draft.content : draft.id);
                link = URI.create(Links.withoutFragment(home) + mark);
                key = CanonicalLink.of(link) + mark;
            } else {
                key = CanonicalLink.of(link);
                if (idsByLink.getOrDefault(key, Set.of()).size() > 1) {
                    key += "#" + hash(draft.id);
                }
            }
            entries.add(entry(draft, key, link, entries.size()));
        }
        return new FeedContent(feed.title, feed.link, entries, feed.hints);
    }

    private static Entry entry(Draft d, String key, URI link, int position) {
        String title = d.title.isEmpty() ? titleFrom(d, link) : d.title;
        return new Entry(
                key,
                link,
                d.commentsLink,
                d.id,
                title,
                d.author,
                d.published,
                d.updated,
                d.summary,
                d.content,
                d.categories,
                d.points,
                d.comments,
                d.enclosure,
                d.image,
                d.complete,
                position);
    }

    /** An element with nothing inside is no entry. */
    private static boolean isEmpty(Draft d) {
        boolean noText = (d.id + d.title + d.summary + d.content).isEmpty();
        return noText && link(d) == null && d.commentsLink == null && d.published == null && d.updated == null;
    }

    private static @Nullable URI link(Draft d) {
        return d.link != null ? d.link : d.enclosure;
    }

    /** The first words of an entry that has no title, cut at a word; its address when it has no words either. */
    private static String titleFrom(Draft d, URI link) {
        String text = SafeHtml.text(d.summary.isEmpty() ? d.content : d.summary);
        if (text.isEmpty()) {
            return link.getRawAuthority() + (link.getPath() == null ? "" : link.getPath());
        }
        if (text.length() <= TITLE_LENGTH) {
            return text;
        }
        int space = text.lastIndexOf(' ', TITLE_LENGTH);
        int end =
                space > TITLE_LENGTH / 2 ? space : text.offsetByCodePoints(0, text.codePointCount(0, TITLE_LENGTH) - 1);
        return text.substring(0, end) + "\u2026";
    }

    /** The same for the same text in every run; not for secrets. */
    private static String hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, 16);
    }
}
