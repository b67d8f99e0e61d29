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
 * <p>The key is the canonical link. Without a link the enclosure serves, then the feed's own page with a fragment made from the entry.
 * A link that several entries share, and one that only leads to the feed's home (podcasts), tells nothing: then the id decides, where it
 * is the entry's own, else the fragment, the enclosure or the title.
 */
final class Drafts {
    private static final int TITLE_LENGTH = 90;

    private Drafts() {}

    /** @param address of the feed, for entries that have no address of their own */
    static FeedContent finish(Draft.OfFeed feed, URI address) {
        feed.entries.removeIf(Drafts::isEmpty);
        String home = feed.link == null ? "" : CanonicalLink.of(feed.link);
        List<String> keys = new ArrayList<>(feed.entries.size());
        Map<String, Namesakes> namesakes = new HashMap<>();
        Map<String, Set<String>> titlesById = new HashMap<>();
        for (Draft draft : feed.entries) {
            URI link = link(draft);
            String key = link == null ? "" : CanonicalLink.of(link);
            keys.add(key);
            namesakes.computeIfAbsent(key, k -> new Namesakes()).add(draft);
            titlesById.computeIfAbsent(draft.id, k -> new HashSet<>()).add(draft.title + "\n" + link);
        }
        List<Entry> entries = new ArrayList<>(feed.entries.size());
        for (int i = 0; i < keys.size(); i++) {
            Draft draft = feed.entries.get(i);
            String key = keys.get(i);
            boolean ownId = !draft.id.isEmpty()
                    && titlesById.getOrDefault(draft.id, Set.of()).size() == 1;
            URI link = link(draft);
            if (link == null) {
                URI page = feed.link != null ? feed.link : address;
                String mark =
                        "#" + hash(ownId ? draft.id : draft.id + draft.title + "\n" + draft.summary + draft.content);
                link = URI.create(Links.withoutFragment(page) + mark);
                key = CanonicalLink.of(link) + mark;
            } else if (key.equals(home)
                    || namesakes.getOrDefault(key, new Namesakes()).areSeveral()) {
                key += "#" + hash(ownId ? draft.id : mark(draft, link));
            }
            entries.add(entry(draft, key, link, entries.size()));
        }
        return new FeedContent(feed.title, feed.link, entries, feed.hints, feed.notes);
    }

    /** Entries under one link. */
    private static final class Namesakes {
        private final Set<String> titles = new HashSet<>();
        private final Set<String> ids = new HashSet<>();
        private final Set<URI> media = new HashSet<>();

        void add(Draft draft) {
            titles.add(draft.title.isEmpty() ? draft.id + draft.summary : draft.title);
            if (!draft.id.isEmpty()) {
                ids.add(draft.id);
            }
            if (draft.enclosure != null) {
                media.add(draft.enclosure);
            }
        }

        /** One story may stand there twice: under two ids, or with the title it had before. */
        boolean areSeveral() {
            return media.size() > 1 || titles.size() > 1 && ids.size() != 1 || titles.size() > 2;
        }
    }

    /** What tells an entry from others under the same link. */
    private static String mark(Draft draft, URI link) {
        String fragment = link.getRawFragment() == null ? "" : link.getRawFragment();
        String media = draft.enclosure == null ? "" : draft.enclosure.toString();
        String mark = !fragment.isEmpty() ? fragment : media;
        return mark.isEmpty() ? draft.title + "\n" + draft.summary : mark;
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
