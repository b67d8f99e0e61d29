package press.parallel.bench;

/** A way to fetch. */
public enum Mode {
    /** One request at a time, as soon as the one before is answered. */
    SEQUENTIAL("sequential"),
    /** As many at once as there are slots, to whatever domain. */
    UNSAFE("parallel without spacing"),
    /** As many at once, every domain at its own pace: as the press prints. */
    POLITE("parallel and polite");

    private final String heading;

    Mode(String heading) {
        this.heading = heading;
    }

    /** In words. */
    public String heading() {
        return heading;
    }
}
