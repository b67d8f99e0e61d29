package press.parallel.press;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which names the pages may be asked by: those of this machine. A page of a stranger can let its own name lead to 127.0.0.1 (DNS
 * rebinding) and would then be allowed to read everything here; its name still stands in the Host header.
 */
final class Hosts {
    private static final Pattern OWN = Pattern.compile("(?i)(?:127\\.0\\.0\\.1|localhost|\\[::1])(?::[0-9]{1,5})?");

    private Hosts() {}

    /** @param host as sent, with or without port; null: none was sent */
    static boolean isOwn(@Nullable String host) {
        return host != null && OWN.matcher(host).matches();
    }
}
