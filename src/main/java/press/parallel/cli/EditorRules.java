package press.parallel.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import press.parallel.Settings;
import press.parallel.Settings.PolicySettings;
import press.parallel.Share;
import press.parallel.editor.Phrases;
import press.parallel.editor.Repeat;

/** What the settings of the choice have to mean besides their types: phrases that can be found, numbers that make sense. */
final class EditorRules {
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}_-]+(\\.[\\p{L}\\p{M}\\p{N}_-]+)*");

    private final Settings settings;
    private final SettingSources sources;
    private final List<String> problems = new ArrayList<>();

    EditorRules(Settings settings, SettingSources sources) {
        this.settings = settings;
        this.sources = sources;
    }

    /** One line each. */
    List<String> problems() {
        settings.section().forEach((id, section) -> {
            String prefix = "press.section." + id + ".";
            phrases(prefix + "keywords", section.keywords());
            section.maxPerSource().ifPresent(share -> share(prefix + "max-per-source", share));
        });
        settings.policy().forEach(this::policy);
        Settings.EditorSettings own = settings.editor();
        notNegative("press.editor.static-boost", own.staticBoost());
        notNegative("press.editor.points", own.points());
        notNegative("press.editor.comments", own.comments());
        notNegative("press.editor.place", own.place());
        notNegative("press.editor.freshness", own.freshness());
        notNegative("press.editor.also-in", own.alsoIn());
        expect(
                own.halfLife().compareTo(Duration.ZERO) > 0,
                "press.editor.half-life",
                "more than 0s",
                "12h keeps yesterday evening's news a quarter of what this morning's have; freshness = 0 switches it off");
        expect(own.minSources() >= 1, "press.editor.min-sources", "1 or more", "1 asks for no variety");
        share("press.editor.max-per-source", own.maxPerSource());
        expect(
                Repeat.parse(own.repeat()).isPresent(),
                "press.editor.repeat",
                Repeat.EXPECTED,
                "5 prints a story again when it is worth 500 points more");
        return List.copyOf(problems);
    }

    private void policy(String name, PolicySettings policy) {
        String prefix = "press.policy." + (name.contains(".") ? "\"" + name + "\"" : name) + ".";
        phrases(prefix + "phrases", policy.phrases());
        phrases(prefix + "authors", policy.authors());
        policy.domains().orElse(List.of()).stream()
                .filter(domain -> !DOMAIN.matcher(domain).matches())
                .forEach(domain -> problems.add(SettingsRules.problem(
                        prefix + "domains",
                        sources.where(prefix + "domains"),
                        "domains such as example.com",
                        domain,
                        "write it without scheme, port and path; its hosts are meant too")));
        policy.shorterThan()
                .ifPresent(words -> expect(words >= 1, prefix + "shorter-than", "1 or more words", "raise it"));
        policy.longerThan()
                .ifPresent(words -> expect(words >= 0, prefix + "longer-than", "0 or more words", "raise it"));
        boolean says = says(policy.phrases())
                || policy.feeds().isPresent()
                || policy.domains().isPresent()
                || says(policy.authors())
                || policy.shorterThan().isPresent()
                || policy.longerThan().isPresent();
        if (!says) {
            problems.add(prefix + "boost (" + sources.where(prefix + "boost")
                    + "): expected something that tells which entries fit, but found none of phrases, feeds, domains, authors,"
                    + " shorter-than and longer-than; name one of them");
        }
        expect(
                Double.isFinite(policy.boost()) && Math.abs(policy.boost()) <= 1_000,
                prefix + "boost",
                "-1000 to 1000 units",
                "10 is what every entry has for being offered");
    }

    /** Commas alone are no phrases. */
    private static boolean says(Optional<String> phrases) {
        return phrases.map(Phrases::split).filter(some -> !some.isEmpty()).isPresent();
    }

    private void phrases(String key, Optional<String> phrases) {
        for (String phrase : phrases.map(Phrases::split).orElse(List.of())) {
            Phrases.problem(phrase)
                    .ifPresent(found -> problems.add(Console.clean(key + " (" + sources.where(key)
                            + "): expected words, a phrase or 're:' and a pattern in the syntax of RE2, but found "
                            + found + "; correct it")));
        }
    }

    private void share(String key, String text) {
        expect(Share.parse(text).isPresent(), key, Share.EXPECTED, "write it as in 1/3");
    }

    private void notNegative(String key, double units) {
        expect(Double.isFinite(units) && units >= 0 && units <= 1_000, key, "0 to 1000 units", "0 switches it off");
    }

    private void expect(boolean right, String key, String expected, String todo) {
        if (!right) {
            problems.add(SettingsRules.problem(
                    key, sources.where(key), expected, sources.value(key).orElse(""), todo));
        }
    }
}
