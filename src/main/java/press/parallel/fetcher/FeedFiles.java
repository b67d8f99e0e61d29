package press.parallel.fetcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.parallel.Entry;
import press.parallel.FeedContent;
import press.parallel.LossException;

/**
 * What the {@code feed} command prints: for each argument what the press makes of it, as a tree of JSON whose shape is a contract.
 * Stateless, so that any number of threads may share one.
 */
public final class FeedFiles {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Bytes read of one file; what lies beyond counts as cut off. Five times what {@code press.web.max-body} takes from the web. */
    private static final int MAX_FILE = 24 << 20;

    private final FeedReader reader = new FeedReader();

    /**
     * Reads feeds that lie in files. What cannot be read is told in its place; only wrong usage throws.
     *
     * @param files in the order of the answer; each one's key is its name
     * @param url where the files came from, null for their own {@code file:} address (relative links then lead nowhere)
     * @param contentType how they were served, "" when unknown
     */
    public ObjectNode read(List<Path> files, @Nullable URI url, String contentType) {
        ObjectNode answer = MAPPER.createObjectNode();
        for (Path file : files) {
            answer.set(String.valueOf(file.getFileName()), file(file, url == null ? file.toUri() : url, contentType));
        }
        return answer;
    }

    /**
     * Reads the files that a manifest names: a JSON object of file name beside the manifest to {@code {"url", "content_type"}}, both
     * optional, other keys ignored.
     *
     * @throws IllegalArgumentException with a sentence for the user when the manifest cannot be read or is no such object
     */
    public ObjectNode manifest(Path manifest) {
        JsonNode named;
        try {
            named = MAPPER.readTree(Files.readAllBytes(manifest));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "--manifest '" + manifest + "': expected a JSON object, but it is damaged at line "
                            + e.getLocation().getLineNr(),
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--manifest '" + manifest + "': expected a readable file, but " + reason(e), e);
        }
        if (!named.isObject()) {
            throw new IllegalArgumentException("--manifest '" + manifest
                    + "': expected a JSON object of file name to {\"url\", \"content_type\"}, but found "
                    + (named.isArray() ? "a list" : "something else"));
        }
        ObjectNode answer = MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> field : named.properties()) {
            Path file = manifest.resolveSibling(field.getKey());
            URI url = Links.absolute(field.getValue().path("url").asText(""));
            String contentType = field.getValue().path("content_type").asText("");
            answer.set(field.getKey(), file(file, url == null ? file.toUri() : url, contentType));
        }
        return answer;
    }

    /**
     * What one answer says, as a tree. Of a web page it has the feeds that are advertised: {@code take}, the address of the one that the press
     * would take, and {@code feeds}, all of them with title and format.
     */
    public ObjectNode read(byte[] body, URI address, String contentType) {
        try {
            return ok(reader.read(body, address, contentType));
        } catch (LossException e) {
            ObjectNode answer = failed(String.valueOf(e.getMessage()));
            List<AdvertisedFeeds.Advertised> feeds = AdvertisedFeeds.in(body, address, contentType);
            if (!feeds.isEmpty()) {
                answer.put("take", feeds.get(0).address().toString());
                ArrayNode offered = answer.putArray("feeds");
                for (AdvertisedFeeds.Advertised feed : feeds) {
                    offered.addObject()
                            .put("url", feed.address().toString())
                            .put("title", feed.title())
                            .put("format", feed.format())
                            .put("comments", feed.comments());
                }
            }
            return answer;
        }
    }

    /** The tree of one feed that was read. */
    public ObjectNode ok(FeedContent content) {
        ObjectNode node = MAPPER.createObjectNode().put("ok", true);
        put(node.putObject("feed").put("title", content.title()), "link", content.link());
        if (!content.notes().isEmpty()) {
            content.notes().forEach(node.putArray("notes")::add);
        }
        ArrayNode entries = node.putArray("entries");
        for (Entry entry : content.entries()) {
            entries.add(entry(entry));
        }
        return node;
    }

    /** The tree of one feed that could not be had. */
    public ObjectNode failed(String error) {
        return MAPPER.createObjectNode().put("ok", false).put("error", error);
    }

    private ObjectNode file(Path file, URI url, String contentType) {
        try (InputStream in = Files.newInputStream(file)) {
            // A buffer of the right size: one that grows takes twice the memory. Pipes do not tell their size.
            int size = (int) Math.min(Files.size(file), MAX_FILE);
            byte[] body = size == 0 ? in.readNBytes(MAX_FILE) : in.readNBytes(size);
            return read(body, url, contentType);
        } catch (IOException e) {
            return failed("file '" + file + "': expected a readable file, but " + reason(e));
        }
    }

    private static ObjectNode entry(Entry entry) {
        ObjectNode node = MAPPER.createObjectNode().put("title", entry.title());
        put(node, "link", entry.link());
        node.put("id", entry.id().isEmpty() ? entry.link().toString() : entry.id());
        put(node, "published", entry.published());
        put(node, "updated", entry.updated());
        node.put("summary", entry.summary()).put("content", entry.content());
        put(node, "comments", entry.commentsLink());
        put(node, "enclosure", entry.enclosure());
        return node.put("author", entry.author());
    }

    /** Addresses and instants as text, absent ones as null: every key is always there. */
    private static void put(ObjectNode node, String name, @Nullable Object value) {
        node.put(name, value == null ? null : value instanceof Instant instant ? instant.toString() : value.toString());
    }

    private static String reason(IOException e) {
        return Unreadable.reason(e);
    }
}
