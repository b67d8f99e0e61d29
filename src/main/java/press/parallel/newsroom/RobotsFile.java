package press.parallel.newsroom;

import java.time.Duration;
import java.time.Instant;

/**
 * A robots.txt as it was answered.
 *
 * @param host with its port, where that is not the usual one
 * @param domain the registrable domain it belongs to
 * @param status of the answer, after redirects
 * @param fetched when
 * @param crawlDelay that it asks for, zero when none
 * @param body "" unless the status is 2xx
 */
public record RobotsFile(String host, String domain, int status, Instant fetched, Duration crawlDelay, String body) {}
