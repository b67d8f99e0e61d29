package press.parallel.newsstand;

import static press.parallel.newsstand.FeedWriter.escape;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Lays out article pages as sites do: the text stands among navigation, consent banner, promotions, lists of other stories and a footer. A
 * site keeps one of four layouts.
 */
final class PageWriter {
    private static final DateTimeFormatter LONG_DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private PageWriter() {}

    /** @param others further stories of the same site, for the lists around the text */
    static String write(Report report, List<Report> others) {
        Random dice = Seed.random("page", report.link());
        String page = switch ((int) Math.floorMod(Seed.of(report.publisher(), "layout"), 4L)) {
            case 0 -> semantic(report, others, dice);
            case 1 -> nested(report, others, dice);
            case 2 -> bare(report, others);
            default -> interrupted(report, others, dice);
        };
        return "<!DOCTYPE html>\n<html lang=\"en\">\n" + head(report) + page + "</html>\n";
    }

    private static String head(Report report) {
        String title = escape(report.headline());
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("@context", "https://schema.org")
                .put("@type", "NewsArticle")
                .put("headline", report.headline())
                .put("datePublished", report.published().toString())
                .put("description", report.summary())
                .put("url", report.link().toString());
        data.putObject("author").put("@type", "Person").put("name", report.author());
        data.putObject("publisher").put("@type", "Organization").put("name", report.site());
        return """
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s | %2$s</title>
                <link rel="canonical" href="%3$s">
                <meta name="author" content="%4$s">
                <meta name="description" content="%5$s">
                <meta property="og:type" content="article">
                <meta property="og:site_name" content="%2$s">
                <meta property="og:title" content="%1$s">
                <meta property="og:description" content="%5$s">
                <meta property="og:url" content="%3$s">
                <meta property="article:published_time" content="%6$s">
                %8$s                <script type="application/ld+json">%7$s</script>
                <script>window.consent = window.consent || {ask: true, since: 0};</script>
                </head>
                """.formatted(
                        title,
                        escape(report.site()),
                        escape(report.link().toString()),
                        escape(report.author()),
                        escape(report.summary()),
                        report.published(),
                        data.toString().replace("<", "\\u003c"),
                        Plate.lead(report).map(PageWriter::named).orElse(""));
    }

    private static String named(Plate plate) {
        return """
                <meta property="og:image" content="%s">
                <meta property="og:image:width" content="%d">
                <meta property="og:image:height" content="%d">
                <meta property="og:image:alt" content="%s">
                """.formatted(plate.address(), plate.width(), plate.height(), escape(plate.alt()));
    }

    private static String figure(Plate plate) {
        return """
                <figure><img src="%s" alt="%s" width="%d" height="%d"><figcaption>%s</figcaption></figure>
                """.formatted(
                        plate.address(), escape(plate.alt()), plate.width(), plate.height(), escape(plate.caption()));
    }

    private static String lead(Report report) {
        return Plate.lead(report).map(PageWriter::figure).orElse("");
    }

    private static String semantic(Report report, List<Report> others, Random dice) {
        return """
                <body>
                <div class="cookie-banner" role="dialog"><p>We value your privacy. This site would like to store cookies; you may refuse all of them.</p>
                <button>Accept all</button> <button>Refuse</button></div>
                <header><a href="/" class="logo">%1$s</a><nav aria-label="Main">%2$s</nav></header>
                <main>
                <article>
                <h1>%3$s</h1>
                <p class="byline">By <a rel="author" href="/staff">%4$s</a> · <time datetime="%5$s">%6$s</time> · %7$d min read</p>
                %10$s
                %8$s
                </article>
                <aside class="related"><h2>Related stories</h2>%9$s</aside>
                </main>
                %11$s
                </body>
                """.formatted(
                        escape(report.site()),
                        navigation(),
                        escape(report.headline()),
                        escape(report.author()),
                        report.published(),
                        date(report),
                        2 + dice.nextInt(5),
                        text(report, "", "", figure(Plate.second(report))),
                        links(others),
                        lead(report),
                        footer(report));
    }

    private static String nested(Report report, List<Report> others, Random dice) {
        return """
                <body class="article-page">
                <div id="page"><div class="top-bar"><div class="menu">%1$s</div><div class="subscribe-promo">Read more for less: three months for one.</div></div>
                <div class="layout"><div class="col-main">
                <div class="breadcrumbs"><a href="/">Home</a> / <a href="/%2$s">%2$s</a></div>
                <h1 class="headline">%3$s</h1>
                <div class="meta"><span class="author">%4$s</span> <span class="date">%5$s</span> <span class="share">Share · Print · Save</span></div>
                <div class="story-body"><div class="story-body__inner">
                %6$s
                %7$s
                </div></div>
                <div class="comments-teaser"><h3>%8$d comments</h3><div class="comment"><b>garden_gate</b> I live nearby and can confirm all of it except the weather.</div>
                <div class="comment"><b>OldHand</b> They should have asked us twenty years ago, as I wrote at the time.</div></div>
                </div><div class="col-side"><div class="most-read"><h4>Most read</h4>%9$s</div><div class="ad">Advertisement</div></div></div>
                %10$s</div>
                </body>
                """.formatted(
                        navigation(),
                        report.theme().file(),
                        escape(report.headline()),
                        escape(report.author()),
                        date(report),
                        lead(report),
                        text(report, " class=\"story-body__text\"", "", ""),
                        2 + dice.nextInt(300),
                        links(others),
                        footer(report));
    }

    private static String bare(Report report, List<Report> others) {
        return """
                <body>
                <table class="frame" role="presentation"><tr><td class="side" width="180">
                <ul class="menu">%1$s</ul><p><b>Newsletter</b><br>Five stories each evening. No account needed.</p></td>
                <td id="content"><div class="post">
                <h2 class="entry-title">%2$s</h2>
                <small>Posted %3$s by %4$s in <a href="/%5$s">%5$s</a></small>
                <div class="entry">
                %6$s
                </div>
                <p class="tags">Tagged: <a href="/tag/%5$s">%5$s</a>, <a href="/tag/long-read">long read</a></p>
                </div>
                <div class="navigation">%7$s</div></td></tr></table>
                %8$s
                </body>
                """.formatted(
                        navigation(),
                        escape(report.headline()),
                        date(report),
                        escape(report.author()),
                        report.theme().file(),
                        text(report, "", "", ""),
                        links(others),
                        footer(report));
    }

    private static String interrupted(Report report, List<Report> others, Random dice) {
        return """
                <body>
                <header class="site-header"><span>%1$s</span>%2$s<form action="/search"><input name="q" aria-label="Search"></form></header>
                <section class="hero"><h1 itemprop="headline">%3$s</h1><p class="credit">%4$s, %5$s</p></section>
                <div class="article-content" itemprop="articleBody">
                %6$s
                </div>
                <section class="recirculation"><h2>Up next</h2>%7$s</section>
                <div class="gdpr" hidden>Manage your choices for %8$d partners.</div>
                %9$s
                </body>
                """.formatted(
                        escape(report.site()),
                        navigation(),
                        escape(report.headline()),
                        escape(report.author()),
                        date(report),
                        text(
                                report,
                                "",
                                "<div class=\"promo newsletter-signup\"><h4>Sign up for the daily letter</h4><p>The day in five minutes, in your"
                                        + " inbox at seven.</p><button>Sign up</button></div>\n",
                                figure(Plate.second(report))),
                        links(others),
                        40 + dice.nextInt(400),
                        footer(report));
    }

    /**
     * @param interruption put in after every third paragraph, or ""
     * @param figure put in after the second one, or ""
     */
    private static String text(Report report, String attributes, String interruption, String figure) {
        StringBuilder html = new StringBuilder();
        boolean inList = false;
        int paragraphs = 0;
        for (Report.Passage passage : report.passages()) {
            boolean item = passage.kind() == Report.Kind.ITEM;
            if (item != inList) {
                html.append(item ? "<ul>\n" : "</ul>\n");
                inList = item;
            }
            String words = escape(passage.text());
            switch (passage.kind()) {
                case HEADING -> html.append("<h2>").append(words).append("</h2>\n");
                case QUOTE -> html.append("<blockquote><p>").append(words).append("</p></blockquote>\n");
                case ITEM -> html.append("<li>").append(words).append("</li>\n");
                case PARAGRAPH -> {
                    html.append("<p")
                            .append(attributes)
                            .append('>')
                            .append(words)
                            .append("</p>\n");
                    paragraphs++;
                    if (paragraphs == 2) {
                        html.append(figure);
                    }
                    if (paragraphs % 3 == 0) {
                        html.append(interruption);
                    }
                }
            }
        }
        return html.toString();
    }

    private static String navigation() {
        StringBuilder html = new StringBuilder("<ul>");
        for (String room :
                List.of("News", "Technology", "Sports", "Culture", "Opinion", "Weather", "Newsletters", "Sign in")) {
            html.append("<li><a href=\"/%s\">%s</a></li>"
                    .formatted(room.toLowerCase(Locale.ROOT).replace(' ', '-'), room));
        }
        return html.append("</ul>").toString();
    }

    private static String links(List<Report> others) {
        StringBuilder html = new StringBuilder("<ul>\n");
        for (Report other : others) {
            html.append("<li><a href=\"%s\">%s</a></li>\n"
                    .formatted(escape(other.link().toString()), escape(other.headline())));
        }
        return html.append("</ul>").toString();
    }

    private static String footer(Report report) {
        return """
                <footer><p>%s, as played by the newsstand of the Parallel Press. Every story, person, team and company on this page is invented.</p>
                <p><a href="/about">About</a> · <a href="/privacy">Privacy</a> · <a href="/terms">Terms of use</a></p></footer>
                """.formatted(escape(report.site()));
    }

    private static String date(Report report) {
        return LONG_DATE.format(report.published().atOffset(ZoneOffset.UTC));
    }
}
