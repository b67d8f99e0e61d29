package press.parallel;

/**
 * What became of one feed in one run.
 *
 * @param url its address as in the feed list
 * @param title its own title, or its host
 * @param status {@code ok}, {@code unchanged}, {@code early}, {@code late} or {@code failed}
 * @param reason in plain words when it is not ok, else ""
 * @param httpStatus last status seen, 0 when there was no answer
 * @param entries entries read
 * @param fresh entries inside the freshness window
 * @param millis from request sent to last byte
 */
public record FeedReport(
        String url, String title, String status, String reason, int httpStatus, int entries, int fresh, long millis) {}
