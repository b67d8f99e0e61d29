package press.parallel.newsstand;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * A picture of a story, as its site names it. It is drawn when it is asked for.
 *
 * @param address on a host of the site's own picture domain, as papers have one
 * @param seed of all that is drawn
 */
record Plate(URI address, Design design, Theme theme, int width, int height, String credit, long seed) {
    /** What is drawn. */
    enum Design {
        HILLS("hills under a low sun"),
        ARCS("quarter circles, each turned another way"),
        RINGS("rings that widen from one corner"),
        BANDS("slanting bands of three widths");

        private final String words;

        Design(String words) {
            this.words = words;
        }
    }

    /** Width and height; papers have pictures of every shape. */
    private static final List<int[]> SHAPES = List.of(
            new int[] {1200, 675},
            new int[] {1200, 675},
            new int[] {1200, 800},
            new int[] {1024, 768},
            new int[] {900, 900},
            new int[] {800, 1100});

    private static final int SIX = 6;

    /** Above the text; five stories of six have one. */
    static Optional<Plate> lead(Report report) {
        return Seed.of("picture", report.link()) % SIX == 0 ? Optional.empty() : Optional.of(of(report, 1));
    }

    /** Inside the text. */
    static Plate second(Report report) {
        return of(report, 2);
    }

    private static Plate of(Report report, int number) {
        Random dice = Seed.random("picture", report.link(), number);
        Design[] designs = Design.values();
        Design design = designs[dice.nextInt(designs.length)];
        int[] shape = number == 1 ? SHAPES.get(dice.nextInt(SHAPES.size())) : SHAPES.get(2);
        long seed = dice.nextLong();
        // Two domains for each site: none has to wait long for its turn.
        String host = "pictures." + report.site().replace('.', '-') + (dice.nextBoolean() ? "-a" : "-b") + ".example";
        return new Plate(
                URI.create("https://" + host + "/" + report.theme().file() + "/" + Long.toHexString(seed) + ".png"),
                design,
                report.theme(),
                shape[0],
                shape[1],
                report.site(),
                seed);
    }

    String alt() {
        return "Drawing of " + design.words;
    }

    String caption() {
        String words = design.words;
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)
                + ", drawn by the newsstand. Picture: " + credit;
    }

    /** Whether a picture would stand at this host. */
    static boolean isPictureHost(URI address) {
        return address.getHost().startsWith("pictures.") && address.getHost().endsWith(".example");
    }
}
