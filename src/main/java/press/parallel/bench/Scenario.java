package press.parallel.bench;

/** Workloads that tell good lines from bad ones. */
public enum Scenario {
    A("26 feeds on 21 domains, 6 of them on the one that is spaced, as are 3 of 36 articles"),
    B("26 feeds on 21 domains, 6 of them on the one that is spaced, as are 24 of 36 articles"),
    C("576 feeds, the first 96 of them on eight domains that are spaced"),
    D("300 feeds on 60 domains, few large and many small ones (Zipf), all of them spaced"),
    E("5,000 feeds on 2,000 domains, everything in 50 to 300 ms, none of them spaced");

    private final String words;

    Scenario(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
