package press.parallel.fetcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * A listing of Reddit ({@code /r/books.json}). The story is the linked article and the Reddit page its discussion; a self post is
 * its own story and complete. Pinned posts, advertisements and what was removed are left out.
 *
 * <p>Without {@code raw_json=1} every text is HTML-escaped once more than it says, addresses too.
 *
 * @see <a href="https://github.com/reddit-archive/reddit/wiki/JSON">Reddit's JSON: Listing, t3</a>
 */
final class RedditListing {
    private RedditListing() {}

    static boolean is(JsonNode document) {
        return document.path("kind").asText("").equals("Listing")
                && document.path("data").path("children").isArray();
    }

    static Draft.OfFeed read(JsonNode document, URI address) {
        Draft.OfFeed feed = new Draft.OfFeed();
        feed.link = home(address);
        for (JsonNode child : JsonFeeds.list(document.path("data"), "children")) {
            JsonNode post = child.path("data");
            boolean wanted = child.path("kind").asText("t3").equals("t3") && post.isObject();
            if (wanted
                    && !isTrue(post, "stickied")
                    && !isTrue(post, "promoted")
                    && !isTrue(post, "is_created_from_ads_ui")
                    && !isRemoved(post)) {
                feed.entries.add(entry(post, address));
            }
        }
        feed.title = title(document, address);
        return feed;
    }

    private static Draft entry(JsonNode post, URI address) {
        Draft draft = new Draft();
        URI page = Links.resolve(address, text(post, "permalink"));
        // A crosspost leads to another post: the story is what that one leads to.
        JsonNode first = post.path("crosspost_parent_list").path(0);
        JsonNode origin = first.isObject() ? first : post;
        boolean self = isTrue(origin, "is_self");
        URI linked = self ? null : Links.resolve(page == null ? address : page, text(origin, "url"));
        draft.id = text(post, "name").isEmpty() ? text(post, "id") : text(post, "name");
        draft.title = SafeHtml.oneLine(text(post, "title"));
        draft.link = linked != null ? linked : page;
        draft.commentsLink = page;
        draft.author = text(post, "author");
        draft.published = JsonFeeds.date(post, "created_utc");
        draft.updated = post.path("edited").isNumber() ? JsonFeeds.date(post, "edited") : null;
        draft.points = Math.max(
                0,
                post.has("score")
                        ? post.path("score").asLong()
                        : post.path("ups").asLong());
        draft.comments = Math.max(0, post.path("num_comments").asLong());
        draft.complete = self;
        draft.content = self ? SafeHtml.clean(body(origin), page == null ? address : page) : "";
        draft.image = image(origin);
        String flair = SafeHtml.oneLine(text(post, "link_flair_text"));
        if (!flair.isEmpty()) {
            draft.categories.add(flair);
        }
        return draft;
    }

    private static boolean isRemoved(JsonNode post) {
        String text = text(post, "selftext");
        return !text(post, "removed_by_category").isEmpty()
                || isTrue(post, "is_self") && (text.equals("[removed]") || text.equals("[deleted]"));
    }

    private static String body(JsonNode post) {
        String html = text(post, "selftext_html");
        return html.isBlank() ? SafeHtml.ofText(text(post, "selftext")) : html;
    }

    /** The preview in its full size, else the thumbnail; words such as "self" or "nsfw" stand there too. */
    private static @Nullable URI image(JsonNode post) {
        URI preview =
                Links.absolute(text(post.path("preview").path("images").path(0).path("source"), "url"));
        return preview != null ? preview : Links.absolute(text(post, "thumbnail"));
    }

    /** {@code r/books} when all posts come from there, else the path of the listing. */
    private static String title(JsonNode document, URI address) {
        String common = "";
        for (JsonNode child : JsonFeeds.list(document.path("data"), "children")) {
            String name = text(child.path("data"), "subreddit_name_prefixed");
            if (!common.isEmpty() && !name.isEmpty() && !common.equals(name)) {
                common = "";
                break;
            }
            common = name.isEmpty() ? common : name;
        }
        String path = home(address).getPath();
        String trimmed = path.length() > 1 ? path.substring(1) : String.valueOf(address.getHost());
        return common.isEmpty()
                ? (trimmed.endsWith("/") ? trimmed.substring(0, trimmed.length() - 1) : trimmed)
                : common;
    }

    /** The listing as people read it: the address without {@code .json} and query. */
    private static URI home(URI address) {
        String path = address.getPath() == null ? "/" : address.getPath();
        String page = path.endsWith("/.json") ? path.substring(0, path.length() - 5) : path;
        URI home = Links.resolve(address, page.endsWith(".json") ? page.substring(0, page.length() - 5) + "/" : page);
        return home == null ? address : home;
    }

    private static boolean isTrue(JsonNode post, String name) {
        return post.path(name).asBoolean(false);
    }

    private static String text(JsonNode post, String name) {
        return Entities.unescape(JsonFeeds.text(post, name)).strip();
    }
}
