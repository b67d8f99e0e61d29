package press.parallel;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How an edition came about, in numbers that all follow from its {@link Decision}s.
 *
 * @param vitals what went in and what came out
 * @param decisions how many entries met which verdict, by its words; together the entries scanned
 * @param feeds what each feed offered and what became of it, the largest share of the paper first
 * @param domains the same by registrable domain of the stories' links
 * @param bubble the edge of each section, in the order of the paper
 */
public record GlassBox(
        Vitals vitals, Map<String, Integer> decisions, List<Source> feeds, List<Source> domains, List<Bubble> bubble) {
    public static final GlassBox EMPTY =
            new GlassBox(new Vitals(0, 0, 0, 0), Map.of(), List.of(), List.of(), List.of());

    public GlassBox {
        decisions = Collections.unmodifiableMap(new LinkedHashMap<>(decisions));
        feeds = List.copyOf(feeds);
        domains = List.copyOf(domains);
        bubble = List.copyOf(bubble);
    }

    /**
     * @param scanned entries that lay before the editor
     * @param fresh those inside the freshness window
     * @param printed stories of the edition
     * @param antiFeed share of the scanned entries that was kept from the reader, 0 to 1
     */
    public record Vitals(int scanned, int fresh, int printed, double antiFeed) {}

    /**
     * A feed or a domain. An entry that several feeds carry counts for the one whose words lead.
     *
     * @param name the feed's title, or the domain
     * @param link address of the feed, "" for a domain
     * @param scanned its entries
     * @param printed its stories
     * @param input its share of the entries scanned, 0 to 1
     * @param output its share of the stories printed, 0 to 1
     * @param delta output less input: above 0 it gives more than it takes
     */
    public record Source(
            String name, String link, int scanned, int printed, double input, double output, double delta) {}

    /**
     * The edge of a section.
     *
     * @param section its id
     * @param title as printed
     * @param floor its {@code min-score}
     * @param in the last three stories that are in, best first
     * @param out the first three that are not, best first
     */
    public record Bubble(String section, String title, long floor, List<Edge> in, List<Edge> out) {
        public Bubble {
            in = List.copyOf(in);
            out = List.copyOf(out);
        }
    }

    /**
     * A story at the edge.
     *
     * @param feed its feed's name as printed
     * @param rank place in the section, 0 when it is out
     */
    public record Edge(String title, URI link, String feed, long score, Verdict verdict, int rank) {}
}
