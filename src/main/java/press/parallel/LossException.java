package press.parallel;

/**
 * Something could not be had. The message is a whole sentence for the reader of the paper: what failed, on which thing, what was
 * expected and found. It has no stack trace: it is an outcome, not a fault of the press.
 */
public final class LossException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int httpStatus;
    private final boolean late;

    private LossException(String message, int httpStatus, boolean late) {
        super(message, null, false, false);
        this.httpStatus = httpStatus;
        this.late = late;
    }

    public LossException(String message) {
        this(message, 0, false);
    }

    public LossException(String message, int httpStatus) {
        this(message, httpStatus, false);
    }

    /** It was not asked for, or not answered, before the deadline: nothing is known against it. */
    public static LossException late(String message) {
        return new LossException(message, 0, true);
    }

    /** Status the server gave, 0 when there was none. */
    public int httpStatus() {
        return httpStatus;
    }

    public boolean late() {
        return late;
    }
}
