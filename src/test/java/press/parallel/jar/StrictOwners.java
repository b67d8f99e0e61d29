package press.parallel.jar;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import press.parallel.jar.StrictWeb.Answer;
import press.parallel.jar.StrictWeb.Room;

/**
 * Owners of sites, each with a wish of its own, and the feed list of somebody who reads them all. Every wish has a domain to itself, so that
 * none hides another. Their names are invented; they lie under public suffixes, for elsewhere the press takes each host for a domain.
 */
final class StrictOwners {
    /** Retry-After and the like that no run of the test outlasts. */
    static final int LONG_SECONDS = 600;
    /** And what one run does outlast. */
    static final int SHORT_SECONDS = 4;
    /** Of the largest robots.txt. */
    static final long VAST_BYTES = 50_000_000;

    /** A feed's validators, as odd as servers send them; "" for none. */
    record Validators(String etag, String lastModified) {}

    static final Map<String, Validators> ODD_VALIDATORS = oddValidators();

    /** Asked once: what they say lasts longer than the test. */
    static final List<String> FRESH = List.of(
            "fresh-max-age.press",
            "fresh-mixed-case.press",
            "fresh-aged.press",
            "fresh-expires.press",
            "fresh-ttl.press");
    /** Asked in each run: they say nothing, or that they are stale. */
    static final List<String> STALE = List.of(
            "stale-max-age.press",
            "stale-no-cache.press",
            "stale-expires.press",
            "stale-aged.press",
            "stale-plain.press");

    static final List<String> WEIRD_RETRY_AFTER =
            List.of("limit-minus.press", "limit-soon.press", "limit-past.press", "limit-unsaid.press");
    static final List<String> HUGE_RETRY_AFTER = List.of("limit-huge.press", "limit-vast.press");
    static final Map<String, Integer> MOVED = Map.of(
            "moved-301.press", 301,
            "moved-302.press", 302,
            "moved-303.press", 303,
            "moved-307.press", 307,
            "moved-308.press", 308);

    private static final String RSS = "application/rss+xml; charset=utf-8";
    private static final Instant BEGAN = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final StrictWeb web;
    private final Map<String, Set<Integer>> listed = new LinkedHashMap<>();

    StrictOwners(StrictWeb web) {
        this.web = web;
        spacing();
        conditional();
        freshness();
        tooMany();
        busyAndRateLimits();
        robots();
        redirects();
        gone();
    }

    /** The lines of the feed list of a run. */
    List<String> list(int run) {
        return listed.entrySet().stream()
                .filter(entry -> entry.getValue().contains(run))
                .map(entry -> entry.getKey() + " news")
                .toList();
    }

    private void list(String host, String path, Integer... runs) {
        listed.put("http://" + host + path, runs.length == 0 ? Set.of(1, 2, 3, 4) : Set.of(runs));
    }

    private void feed(String host, String path, Room room) {
        web.room(host, path, room);
        list(host, path);
    }

    // ---------------------------------------------------------------- spacing

    private void spacing() {
        web.room("www.spaced.press", "/feed", visit -> ok(host("m.spaced.press", "/1", "/2")));
        web.room("feeds.spaced.press", "/hop", visit -> to(302, "http://www.spaced.press/hop"));
        web.room("www.spaced.press", "/hop", visit -> to(302, "/other-feed"));
        web.room("www.spaced.press", "/other-feed", visit -> ok(host("spaced.press", "/3")));
        list("www.spaced.press", "/feed");
        list("feeds.spaced.press", "/hop");
        page("m.spaced.press", "/1", "/2");
        page("spaced.press", "/3");

        feed("one.daily.co.uk", "/feed", visit -> ok(old("one.daily.co.uk")));
        feed("two.daily.co.uk", "/feed", visit -> ok(old("two.daily.co.uk")));
        feed("one.weekly.co.uk", "/feed", visit -> ok(old("one.weekly.co.uk")));
        feed("one.tumblr.com", "/feed", visit -> ok(old("one.tumblr.com")));
        feed("two.tumblr.com", "/feed", visit -> ok(old("two.tumblr.com")));

        // Its interval is a setting that one run and the start of the next do not outlast.
        feed("slow.press", "/a", visit -> ok(old("slow.press")));
        web.room("slow.press", "/b", visit -> ok(old("slow.press")));
        list("slow.press", "/b", 1);
    }

    // ---------------------------------------------------------------- conditional requests

    private static Map<String, Validators> oddValidators() {
        Map<String, Validators> odd = new LinkedHashMap<>();
        odd.put("weak-comma.press", new Validators("W/\"a,b\"", "Mon, 01 Jan 2025 06:00:00 GMT"));
        odd.put("unquoted.press", new Validators("abc-123", "sun, 23 nov 2025 06:00:00 gmt"));
        odd.put("brackets.press", new Validators("\"[x]\"", "2025-11-23 06:00:00 +0100"));
        odd.put("bare-brackets.press", new Validators("[x]", ""));
        odd.put("not-ascii.press", new Validators(bytes("\"caf\u00e9\"") + "\u00fc", ""));
        odd.put("backslash.press", new Validators("\"a\\\"b\"\\c", "23.11.2025"));
        odd.put("several.press", new Validators("\"a\", W/\"b\"", ""));
        odd.put("gzip-suffix.press", new Validators("\"abc-gzip\"", "Sun, 23 Nov 2025 06:00:00 GMT"));
        odd.put("only-modified.press", new Validators("", "1763877600"));
        odd.put("local-time.press", new Validators("", "Sun, 23 Nov 2025 07:00:00 MEZ"));
        return odd;
    }

    /** The bytes of UTF-8, a sign each. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private void conditional() {
        ODD_VALIDATORS.forEach((host, odd) -> {
            feed(host, "/feed", visit -> {
                boolean known = visit.header("if-none-match").equals(odd.etag())
                        && visit.header("if-modified-since").equals(odd.lastModified());
                return known ? Answer.of(304) : validated(ok(host(host, "/story")), odd);
            });
            page(host, "/story");
        });

        // 200 with the first validators, 304 with a new tag, 200 without any.
        feed("renewed.press", "/feed", visit -> switch (visit.times) {
            case 1 -> validated(ok(old("renewed.press")), new Validators("\"v1\"", httpDate(-1)));
            case 2 -> Answer.of(304).with("ETag", "\"v2\"");
            default -> ok(old("renewed.press"));
        });
        feed(
                "replaced.press",
                "/feed",
                visit -> validated(ok(old("replaced.press")), new Validators("\"v" + visit.times + "\"", "")));
        feed("no-validators.press", "/feed", visit -> ok(old("no-validators.press")));
        feed(
                "long-tag.press",
                "/feed",
                visit -> ok(host("long-tag.press", "/story")).with("ETag", '"' + "x".repeat(10 * 1024) + '"'));
        page("long-tag.press", "/story");

        feed(
                "signpost.press",
                "/feed",
                visit -> to(302, "http://signpost-target.press/feed")
                        .with("ETag", "\"of the signpost\"")
                        .with("Last-Modified", httpDate(-2)));
        web.room(
                "signpost-target.press",
                "/feed",
                visit -> visit.header("if-none-match").equals("\"of the target\"")
                        ? Answer.of(304)
                        : validated(ok(old("signpost.press")), new Validators("\"of the target\"", httpDate(-3))));

        // Another target each time: what one of them gave is nothing to the others.
        feed("wandering.press", "/feed", visit -> to(302, "http://wandering-" + visit.run + ".press/feed"));
        for (int run = 1; run <= 4; run++) {
            String host = "wandering-" + run + ".press";
            web.room(
                    host,
                    "/feed",
                    visit -> validated(ok(old("wandering.press")), new Validators("\"" + host + "\"", httpDate(-4))));
        }
    }

    private static Answer validated(Answer answer, Validators validators) {
        Answer with = validators.etag().isEmpty() ? answer : answer.with("ETag", validators.etag());
        return validators.lastModified().isEmpty() ? with : with.with("Last-Modified", validators.lastModified());
    }

    // ---------------------------------------------------------------- freshness

    private void freshness() {
        String caching = "Cache-Control";
        fresh("fresh-max-age.press", answer -> answer.with(caching, "max-age=3600"));
        fresh("fresh-mixed-case.press", answer -> answer.with("cache-control", "Public , Max-Age=3600, foo=\"a, b\""));
        fresh("fresh-aged.press", answer -> answer.with(caching, "max-age=3600").with("Age", "100"));
        fresh(
                "fresh-expires.press",
                answer -> answer.with("Date", StrictWeb.httpDate(Instant.now()))
                        .with("Expires", StrictWeb.httpDate(Instant.now().plusSeconds(3600))));
        String ttl = host("fresh-ttl.press", "/story").replaceFirst("<item>", "<ttl>60</ttl><item>");
        fresh("fresh-ttl.press", answer -> Answer.of(200).body(RSS, ttl));
        stale("stale-max-age.press", answer -> answer.with(caching, "max-age=0"));
        stale("stale-no-cache.press", answer -> answer.with(caching, "no-cache"));
        stale("stale-expires.press", answer -> answer.with("Expires", "0"));
        stale("stale-aged.press", answer -> answer.with(caching, "max-age=3600").with("Age", "3600"));
        stale("stale-plain.press", answer -> answer);
        // Asked twice: the second answer, a 304, says how long it is good.
        feed(
                "fresh-by-304.press",
                "/feed",
                visit -> visit.has("if-none-match")
                        ? Answer.of(304).with("ETag", "\"good\"").with(caching, "max-age=3600")
                        : ok(old("fresh-by-304.press")).with("ETag", "\"good\""));
    }

    private void fresh(String host, UnaryOperator<Answer> how) {
        feed(host, "/feed", visit -> how.apply(ok(host(host, "/story"))));
        page(host, "/story");
    }

    private void stale(String host, UnaryOperator<Answer> how) {
        feed(host, "/feed", visit -> how.apply(ok(old(host))));
    }

    // ---------------------------------------------------------------- 429

    private void tooMany() {
        tooMany("limit-seconds.press", String.valueOf(LONG_SECONDS));
        tooMany("limit-date.press", StrictWeb.httpDate(BEGAN.plusSeconds(LONG_SECONDS)));
        tooMany("limit-minus.press", "-1");
        tooMany("limit-soon.press", "soon");
        tooMany("limit-past.press", StrictWeb.httpDate(BEGAN.minusSeconds(100_000)));
        tooMany("limit-unsaid.press", "");
        tooMany("limit-huge.press", "1000000000000");
        tooMany("limit-vast.press", "99999999999999999999999");

        feed("limit-page.press", "/feed", visit -> ok(host("limit-page.press", "/1", "/2", "/3")));
        for (String path : List.of("/1", "/2", "/3")) {
            web.room(
                    "limit-page.press",
                    path,
                    visit -> Answer.of(429)
                            .with("Retry-After", String.valueOf(LONG_SECONDS))
                            .body("text/html", "Later"));
        }

        feed(
                "a.limit-short.press",
                "/feed",
                visit -> visit.times > 1
                        ? ok(old("a.limit-short.press"))
                        : Answer.of(429).with("Retry-After", String.valueOf(SHORT_SECONDS)));
        feed("b.limit-short.press", "/feed", visit -> ok(old("b.limit-short.press")));
    }

    private void tooMany(String domain, String retryAfter) {
        Answer later = Answer.of(429).body("text/plain", "Too many\n");
        feed("a." + domain, "/feed", visit -> retryAfter.isEmpty() ? later : later.with("Retry-After", retryAfter));
        feed("b." + domain, "/feed", visit -> ok(old("b." + domain)));
    }

    private void busyAndRateLimits() {
        feed("busy.press", "/a", visit -> Answer.of(503).with("Retry-After", String.valueOf(LONG_SECONDS)));
        feed("busy.press", "/b", visit -> ok(old("busy.press")));

        for (String path : List.of("/a", "/b")) {
            feed("rate-delta.press", path, visit -> limited(ok(old("rate-delta.press")), "0.0", SHORT_SECONDS));
            feed(
                    "rate-epoch.press",
                    path,
                    visit -> limited(
                            ok(old("rate-epoch.press")), "0", Instant.now().getEpochSecond() + SHORT_SECONDS));
            feed("rate-left.press", path, visit -> limited(ok(old("rate-left.press")), "95", LONG_SECONDS));
        }
        feed("rate-long.press", "/a", visit -> limited(ok(old("rate-long.press")), "0", LONG_SECONDS));
    }

    private static Answer limited(Answer answer, String remaining, long reset) {
        return answer.with("X-RateLimit-Remaining", remaining).with("X-RateLimit-Reset", String.valueOf(reset));
    }

    // ---------------------------------------------------------------- robots.txt

    private void robots() {
        String somePrivate = "User-agent: *\nDisallow: /private\n";
        robots("robots-some.press", visit -> text(somePrivate));
        robots(
                "robots-ours.press",
                visit -> text("User-agent: *\nDisallow: /\n\nUser-agent: ParallelPress\nDisallow: /private\n"));
        robots(
                "robots-not-us.press",
                visit -> text("User-agent: *\nAllow: /\n\nUser-agent: parallelpress\nDisallow: /\n"));
        robots("robots-broken.press", visit -> Answer.of(500).body("text/plain", "Broken"));
        robots("robots-missing.press", visit -> Answer.of(404).body("text/html", "Nothing"));
        robots("robots-forbidden.press", visit -> Answer.of(403).body("text/html", "No"));
        String home = "<!DOCTYPE html>\n<html><head><title>Home</title></head>\n<body>\n<p>Welcome</p></body></html>";
        robots("robots-page.press", visit -> Answer.of(200).body("text/html", home));
        robots("robots-loop.press", visit -> to(302, "/to/1"));
        web.room("robots-loop.press", "/to/1", visit -> to(302, "/to/2"));
        web.room("robots-loop.press", "/to/2", visit -> to(302, "/to/1"));
        robots("robots-moved.press", visit -> to(301, "/rules.txt"));
        web.room("robots-moved.press", "/rules.txt", visit -> text(somePrivate));
        robots("robots-vast.press", visit -> text(somePrivate).andThen(VAST_BYTES));

        crawlDelay("crawl.press", 2, "/1", "/2");
        feed("crawl.press", "/other-feed", visit -> ok(old("crawl.press")));
        crawlDelay("crawl-day.press", 86_400, "/1");
        list("crawl-day.press", "/private/feed", 1, 4);
    }

    /**
     * The feed itself lies where robots may not go. It offers a page for everyone and a private one, and one more of each in each later
     * run, so that the rules are needed in each.
     */
    private void robots(String host, Room rules) {
        web.room(host, "/robots.txt", rules);
        feed(host, "/private/feed", visit -> ok(host(host, grown(visit.run))));
        page(host, grown(4));
    }

    private void crawlDelay(String host, int seconds, String... paths) {
        web.room(host, "/robots.txt", visit -> text("User-agent: *\nCrawl-delay: " + seconds + "\n"));
        feed(host, "/private/feed", visit -> ok(host(host, paths)));
        page(host, paths);
    }

    private static String[] grown(int run) {
        List<String> paths = new ArrayList<>();
        for (int each = 1; each <= run; each++) {
            paths.add("/open-" + each);
            paths.add("/private/page-" + each);
        }
        return paths.toArray(String[]::new);
    }

    private static Answer text(String text) {
        return Answer.of(200).body("text/plain", text);
    }

    // ---------------------------------------------------------------- redirects and the end of feeds

    private void redirects() {
        MOVED.forEach((host, status) -> {
            String target = host.replace(".press", "-here.press");
            feed(host, "/feed", visit -> to(status, "http://" + target + "/feed"));
            web.room(target, "/feed", visit -> ok(old(host)));
        });
        int hops = 10;
        for (int hop = 0; hop < hops; hop++) {
            String next = "http://chain-" + (hop + 1) + ".press/feed";
            web.room("chain-" + hop + ".press", "/feed", visit -> to(302, next));
        }
        web.room("chain-" + hops + ".press", "/feed", visit -> ok(old("chain.press")));
        list("chain-0.press", "/feed", 1);

        web.room("endless.press", "*", visit -> visit.target.matches("/\\d+") ? to(302, visit.target + "0") : null);
        list("endless.press", "/1", 1);
        web.room("ping.press", "/feed", visit -> to(301, "http://pong.press/feed"));
        web.room("pong.press", "/feed", visit -> to(301, "http://ping.press/feed"));
        list("ping.press", "/feed", 1);
    }

    private void gone() {
        feed("gone.press", "/feed", visit -> Answer.of(410).body("text/html", "Gone"));
        feed("missing.press", "/feed", visit -> Answer.of(404).body("text/html", "Not here"));
        feed("broken.press", "/feed", visit -> Answer.of(500).body("text/html", "Broken"));
    }

    // ---------------------------------------------------------------- what they serve

    private static Answer to(int status, String location) {
        return Answer.of(status).with("Location", location);
    }

    private static Answer ok(String rss) {
        return Answer.of(200).body(RSS, rss);
    }

    private static String httpDate(int days) {
        return StrictWeb.httpDate(BEGAN.plus(Duration.ofDays(days)));
    }

    private void page(String host, String... paths) {
        for (String path : paths) {
            String html = "<!DOCTYPE html><html lang=\"en\"><head><title>" + words(host + path, 6)
                    + "</title></head><body><article><h1>" + words(host + path, 6) + "</h1><p>The "
                    + words(host + path + 1, 40) + ".</p><p>And the " + words(host + path + 2, 40)
                    + ".</p></article></body></html>";
            web.room(host, path, visit -> Answer.of(200).body("text/html; charset=utf-8", html));
        }
    }

    /** A feed of stories of this morning, on pages of this host. */
    private static String host(String host, String... paths) {
        return rss(host, BEGAN.minus(Duration.ofHours(1)), paths);
    }

    /** A feed of one story that is too old to be printed: its page is not asked for. */
    private static String old(String host) {
        return rss(host, BEGAN.minus(Duration.ofDays(30)), "/old");
    }

    private static String rss(String host, Instant published, String... paths) {
        StringBuilder items = new StringBuilder();
        for (String path : paths) {
            items.append("<item><title>")
                    .append(words(host + path, 6))
                    .append("</title><link>http://")
                    .append(host)
                    .append(path)
                    .append("</link><description>")
                    .append(words(host + path + 3, 12))
                    .append("</description><pubDate>")
                    .append(StrictWeb.httpDate(published))
                    .append("</pubDate></item>\n");
        }
        return "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>" + host + "</title><link>http://" + host
                + "/</link><description>News of " + host + "</description>\n" + items + "</channel></rss>\n";
    }

    /** Words that no two stories share, always the same for the same seed. */
    private static String words(String seed, int number) {
        Random random = new Random(seed.hashCode());
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < number; word++) {
            text.append(word == 0 ? "" : " ");
            for (int syllable = 0; syllable < 3; syllable++) {
                text.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
            }
        }
        return text.toString();
    }
}
