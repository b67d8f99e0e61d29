package press.parallel;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A printed paper: the shape of {@code edition.json}, a contract with its readers. Instants are ISO-8601 in UTC; absent values
 * are null.
 *
 * @param title the paper's name
 * @param paper id of the paper, as {@code press.paper}
 * @param volume year of the paper, from 1
 * @param issue day of the paper: days since it was founded, from 1
 * @param number of that date, from 1
 * @param date in the press's time zone
 * @param printedAt when it was put together
 * @param rests domains that wanted to be left alone while it was made
 * @param glassBox how the choice came about
 */
public record Edition(
        String title,
        String paper,
        int volume,
        long issue,
        int number,
        LocalDate date,
        Instant printedAt,
        List<PrintedSection> sections,
        List<FeedReport> feeds,
        List<Loss> losses,
        List<Rest> rests,
        Numbers numbers,
        GlassBox glassBox) {
    public Edition {
        sections = List.copyOf(sections);
        feeds = List.copyOf(feeds);
        losses = List.copyOf(losses);
        rests = List.copyOf(rests);
    }

    /** The same with its glass box. */
    public Edition with(GlassBox opened) {
        return new Edition(
                title, paper, volume, issue, number, date, printedAt, sections, feeds, losses, rests, numbers, opened);
    }

    /** Folder name of the edition, {@code <date>-<number>}. */
    public String id() {
        return date + "-" + number;
    }

    public record PrintedSection(String id, String title, List<PrintedStory> stories) {
        public PrintedSection {
            stories = List.copyOf(stories);
        }
    }

    /**
     * @param feed address of the feed
     * @param feedTitle the feed's name as printed
     * @param domain registrable domain of the story's link
     * @param summary plain text, the feed's words
     * @param text full plain text; the feed's words when the page could not be had
     * @param html the same as safe HTML, with the pictures that stand inside it
     * @param complete whether {@code text} is the full text
     * @param scoreBreakdown points by name; their sum is {@code score}
     * @param image address of the first picture on the web, whether it was had or not
     * @param pictures those that lie beside the edition, the first one before those in the text
     * @param sectionWords keywords that counted in the choice of the section
     * @param language BCP 47 tag, "" when unknown
     * @param direction {@code rtl} or {@code ltr}, "" when unknown
     * @param readingMinutes as the language needs, at least 1
     */
    public record PrintedStory(
            String id,
            String title,
            URI link,
            @Nullable URI commentsLink,
            String feed,
            String feedTitle,
            String domain,
            Instant published,
            String author,
            String summary,
            String text,
            String html,
            boolean complete,
            int words,
            int readingMinutes,
            @Nullable URI image,
            List<PrintedPicture> pictures,
            String language,
            String direction,
            long points,
            long comments,
            long score,
            Map<String, Long> scoreBreakdown,
            List<String> sectionWords,
            List<Story.AlsoIn> alsoIn) {
        public PrintedStory {
            pictures = List.copyOf(pictures);
            sectionWords = List.copyOf(sectionWords);
            alsoIn = List.copyOf(alsoIn);
        }
    }

    /**
     * A picture that is printed.
     *
     * @param file its path from the edition's folder
     * @param address where it was found
     * @param alt what it shows, "" when nobody says
     * @param caption what stands beneath it, "" when nothing does
     * @param width in pixels
     * @param height in pixels
     * @param lead it stands above the text, not inside it
     */
    public record PrintedPicture(
            String file, URI address, String alt, String caption, int width, int height, boolean lead) {}

    /**
     * @param scanned entries that lay before the editor
     * @param fresh entries inside the freshness window
     * @param published stories printed
     * @param antiFeed share of scanned entries that were kept from the reader, 0 to 1
     * @param fetchSeconds from the first feed asked to the last feed in
     * @param enhanceSeconds from the choice to the last text in
     * @param totalSeconds the whole run
     * @param requests requests sent, of every kind
     * @param waits requests that had to wait for their domain's turn
     * @param refused answers 429 or 503
     * @param unchanged feeds that said that nothing is new (304)
     * @param bytesSaved by that, as large as those feeds last were
     * @param robots files robots.txt that were asked for
     */
    public record Numbers(
            int scanned,
            int fresh,
            int published,
            double antiFeed,
            double fetchSeconds,
            double enhanceSeconds,
            double totalSeconds,
            int requests,
            int waits,
            int refused,
            int unchanged,
            long bytesSaved,
            int robots) {}

    /**
     * A domain that wanted to be left alone.
     *
     * @param domain registrable
     * @param reason rest of a sentence that begins with the domain, such as {@code allows one request a minute}
     * @param until end of the pause
     */
    public record Rest(String domain, String reason, Instant until) {}
}
