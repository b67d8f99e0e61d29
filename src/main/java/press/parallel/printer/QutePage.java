package press.parallel.printer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterResources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import press.parallel.Edition;

/**
 * The paper as set by the templates {@code edition.html} and {@code archive.html} in the style of {@code style/paper.css}. The
 * templates are checked when the press is built; they work only inside Quarkus.
 */
@RegisterResources(globs = "style/*.css")
public final class QutePage implements Page {
    private final Typesetter typesetter;
    private final String style = style();

    /** @param zone the press's time zone, for the times on the page */
    public QutePage(ZoneId zone) {
        this.typesetter = new Typesetter(zone);
    }

    @Override
    public String edition(Edition edition) {
        return Templates.edition(typesetter.set(edition), style).render();
    }

    @Override
    public String archive(String title, String base, List<Issue> issues) {
        List<ArchiveLine> lines = issues.stream()
                .map(issue -> new ArchiveLine(
                        base + issue.id() + "/index.html",
                        issue.date().toString(),
                        Times.day(issue.date()),
                        Wording.imprint(issue.volume(), issue.issue()),
                        Wording.again(issue.number()),
                        issue.stories(),
                        issue.lead()))
                .toList();
        return Templates.archive(title, lines, style).render();
    }

    private static String style() {
        try (InputStream css = QutePage.class.getResourceAsStream("/style/paper.css")) {
            if (css == null) {
                throw new IllegalStateException("the program is not whole: expected style/paper.css inside it");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A line of the archive. Public only because templates are compiled elsewhere.
     *
     * @param imprint volume and number, "" when the edition does not say
     * @param again which edition of its day, "" for the first
     */
    public record ArchiveLine(
            String link, String isoDate, String date, String imprint, String again, int stories, String lead) {}

    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance edition(FrontPage page, String style);

        static native TemplateInstance archive(String title, List<ArchiveLine> lines, String style);
    }
}
