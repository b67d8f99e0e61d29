package press.parallel.press;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import press.parallel.Settings;
import press.parallel.printer.Printer;

/**
 * The web pages of {@code serve}: the list of editions, and their files. What is not an edition's file by its name is not looked for
 * on the disk, so neither dots nor dot files lead anywhere. Files are read on worker threads.
 */
@Singleton
final class Pages {
    /** Before everything else, health, metrics and dev console included. */
    private static final int FIRST = 10_000;

    private static final Pattern FILE = Pattern.compile(
            "/editions/(latest|[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{1,6})/((?:images/)?[A-Za-z0-9][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]+)*)?");
    private static final Pattern FOLDER = Pattern.compile("/editions/[a-z0-9-]+");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "json", "application/json",
            "pdf", "application/pdf",
            "jpg", "image/jpeg",
            "png", "image/png",
            "gif", "image/gif",
            "webp", "image/webp",
            "avif", "image/avif");

    private final Paper paper;
    private final Path output;
    private final Instance<Printer> printer;

    Pages(Paper paper, Settings settings, Instance<Printer> printer) {
        this.paper = paper;
        this.output = Paper.output(settings);
        this.printer = printer;
    }

    /** Refuses foreign names for all that this port serves. */
    void guard(@Observes Filters filters) {
        filters.register(
                asked -> {
                    String host = asked.request().getHeader(HttpHeaders.HOST);
                    String name = host != null || asked.request().authority() == null
                            ? host
                            : asked.request().authority().toString();
                    if (Hosts.isOwn(name)) {
                        asked.response().putHeader("X-Content-Type-Options", "nosniff");
                        asked.next();
                    } else {
                        say(
                                asked,
                                421,
                                "this press answers to 127.0.0.1, localhost and [::1], not to another name; ask it by one of these");
                    }
                },
                FIRST);
    }

    void pages(@Observes Router router) {
        reading(router, "/").blockingHandler(this::archive, false);
        reading(router, "/editions/*").blockingHandler(this::file, false);
        router.route().last().handler(asked -> notFound(asked, "nothing is"));
    }

    private static Route reading(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    private void archive(RoutingContext asked) {
        send(asked, "html", "no-store", Buffer.buffer(printer.get().archive(paper.title(), "editions/")));
    }

    private void file(RoutingContext asked) {
        String path = asked.request().path();
        Matcher named = FILE.matcher(path);
        if (path.equals("/editions/") || FOLDER.matcher(path).matches()) {
            String there = path.equals("/editions/") ? "/" : path + "/";
            asked.response()
                    .setStatusCode(302)
                    .putHeader(HttpHeaders.LOCATION, there)
                    .end();
        } else if (named.matches()) {
            String id = named.group(1);
            String name = named.group(2) == null ? "index.html" : named.group(2);
            try {
                Path folder = output.toRealPath();
                Path real = folder.resolve(id).resolve(name).toRealPath();
                if (real.startsWith(folder) && Files.isRegularFile(real)) {
                    String caching = id.equals("latest") ? "no-store" : "no-cache";
                    String suffix = name.substring(name.lastIndexOf('.') + 1);
                    send(asked, suffix, caching, Buffer.buffer(Files.readAllBytes(real)));
                    return;
                }
            } catch (IOException missing) {
                // told below
            }
            notFound(
                    asked,
                    id.equals("latest")
                            ? "no edition has been printed yet, or it has no such file,"
                            : "no such edition or file is");
        } else {
            notFound(asked, "no edition's file is");
        }
    }

    private static void send(RoutingContext asked, String suffix, String caching, Buffer body) {
        asked.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, TYPES.getOrDefault(suffix, "application/octet-stream"))
                .putHeader(HttpHeaders.CACHE_CONTROL, caching)
                .end(body);
    }

    private static void notFound(RoutingContext asked, String what) {
        say(asked, 404, what + " at this address; the list of editions is at /");
    }

    static void say(RoutingContext asked, int status, String sentence) {
        asked.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(sentence + "\n");
    }
}
