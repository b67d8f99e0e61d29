package press.parallel.enhancer;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;
import press.parallel.Settings;

/**
 * What a reader says of single sites: where the text stands, what to leave out, which link leads to the next page. CSS selectors as
 * jsoup knows them. Immutable, safe for use by many threads.
 *
 * @see <a href="https://jsoup.org/apidocs/org/jsoup/select/Selector.html">jsoup, selectors</a>
 */
public final class SiteRules {
    /** Of a reader who says nothing. */
    public static final SiteRules NONE = new SiteRules(Map.of());

    private final Map<String, Rule> rules;

    /**
     * What is said of one site.
     *
     * @param select elements that hold the text, "" to find it
     * @param remove elements that are left out, "" for none
     * @param nextPage the link to the next page of a story, "" to find it
     */
    public record Rule(String select, String remove, String nextPage) {}

    /**
     * @param rules by host or domain; what is said of a domain counts for its hosts too
     * @throws IllegalArgumentException when a selector cannot be read
     */
    public SiteRules(Map<String, Rule> rules) {
        this.rules = new TreeMap<>();
        rules.forEach((domain, rule) -> {
            for (String selector : new String[] {rule.select(), rule.remove(), rule.nextPage()}) {
                flaw(selector).ifPresent(flaw -> {
                    throw new IllegalArgumentException(domain + ": expected a CSS selector, but " + flaw);
                });
            }
            this.rules.put(domain.toLowerCase(Locale.ROOT), rule);
        });
    }

    public static SiteRules of(Settings.EnhancerSettings settings) {
        return new SiteRules(settings.domain().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        site -> new Rule(
                                site.getValue().select().orElse(""),
                                site.getValue().remove().orElse(""),
                                site.getValue().nextPage().orElse("")))));
    }

    /** What is wrong with {@code selector}, as the rest of a sentence; empty when it can be read. */
    public static Optional<String> flaw(String selector) {
        if (selector.isBlank()) {
            return Optional.empty();
        }
        try {
            QueryParser.parse(selector);
            return Optional.empty();
        } catch (SelectorParseException | IllegalArgumentException broken) {
            return Optional.of("found '" + selector + "' (" + broken.getMessage() + ")");
        }
    }

    /** What is said of the site at {@code address}, null when nothing is; the longest name counts. */
    @Nullable
    Rule of(URI address) {
        @Nullable String host = address.getHost();
        for (String name = host == null ? "" : host.toLowerCase(Locale.ROOT); !name.isEmpty(); ) {
            @Nullable Rule rule = rules.get(name);
            if (rule != null) {
                return rule;
            }
            int dot = name.indexOf('.');
            name = dot < 0 ? "" : name.substring(dot + 1);
        }
        return null;
    }
}
