package press.parallel.newsstand;

import java.util.Locale;
import press.parallel.Feed;

/** What a feed writes about. */
enum Theme {
    NEWS,
    TECH,
    SPORTS,
    CULTURE;

    /** By the feed's section, else by words of its address, else news. */
    static Theme of(Feed feed) {
        String words = (feed.section() + " " + feed.address()).toLowerCase(Locale.ROOT);
        for (Theme theme : values()) {
            if (feed.section().toLowerCase(Locale.ROOT).startsWith(theme.file())) {
                return theme;
            }
        }
        for (Theme theme : new Theme[] {TECH, SPORTS, CULTURE}) {
            if (words.contains(theme.file().replaceAll("s$", ""))) {
                return theme;
            }
        }
        return NEWS;
    }

    String file() {
        return name().toLowerCase(Locale.ROOT);
    }
}
