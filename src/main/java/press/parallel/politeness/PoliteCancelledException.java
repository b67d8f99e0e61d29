package press.parallel.politeness;

/** A request was taken out of the line before its turn came. Quiet: it has no stack trace, for it is no fault. */
public final class PoliteCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String domain;

    PoliteCancelledException(String domain, String why) {
        super("request to " + domain + " was not sent: " + why, null, false, false);
        this.domain = domain;
    }

    public String domain() {
        return domain;
    }
}
