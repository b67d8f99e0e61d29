package press.parallel;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a feed offers, whatever the feed's format.
 *
 * @param key canonical link without tracking parameters: the entry's identity in the newsroom
 * @param link address of the full text
 * @param commentsLink address of the discussion, for example the Reddit page of a linked article
 * @param id guid or Atom id as the feed gave it, "" when it gave none
 * @param title plain text
 * @param author plain text, "" when unknown
 * @param published when it appeared; null when the feed does not say (it then counts as just seen)
 * @param updated when it last changed; null when the feed does not say
 * @param summary the feed's short text, as HTML, "" when none
 * @param content the feed's full text, as HTML, "" when none
 * @param categories the feed's own labels
 * @param points upvotes, 0 when the feed has no such thing
 * @param comments number of comments, 0 when the feed has no such thing
 * @param enclosure address of attached media
 * @param image address of a picture
 * @param complete the entry brings its whole text in {@code content} (a Reddit self post): its page is never fetched
 * @param position place in its feed, from 0
 */
public record Entry(
        String key,
        URI link,
        @Nullable URI commentsLink,
        String id,
        String title,
        String author,
        @Nullable Instant published,
        @Nullable Instant updated,
        String summary,
        String content,
        List<String> categories,
        long points,
        long comments,
        @Nullable URI enclosure,
        @Nullable URI image,
        boolean complete,
        int position) {
    public Entry {
        categories = List.copyOf(categories);
    }

    /** The same with other statistics. */
    public Entry withStatistics(long morePoints, long moreComments) {
        return new Entry(
                key,
                link,
                commentsLink,
                id,
                title,
                author,
                published,
                updated,
                summary,
                content,
                categories,
                morePoints,
                moreComments,
                enclosure,
                image,
                complete,
                position);
    }

    /** The same with another discussion and picture. */
    public Entry withCompany(@Nullable URI discussion, @Nullable URI picture) {
        return new Entry(
                key,
                link,
                discussion,
                id,
                title,
                author,
                published,
                updated,
                summary,
                content,
                categories,
                points,
                comments,
                enclosure,
                picture,
                complete,
                position);
    }
}
