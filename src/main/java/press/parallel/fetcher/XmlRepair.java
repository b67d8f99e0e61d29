package press.parallel.fetcher;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Entities;

/**
 * Makes damaged XML text fit for jsoup's XML parser in one linear pass: drops signs that XML forbids, takes out the DOCTYPE (its
 * plain entities are replaced, never expanded inside one another, nothing is loaded), and escapes every ampersand that starts no
 * complete reference, so that {@code ?a=1&copy=2} keeps its letters.
 */
final class XmlRepair {
    private static final int MAX_ENTITIES = 200;
    private static final int MAX_ENTITY = 1000;
    private static final int MAX_NAME = 32;
    /** What replaced entities may add in all, in characters: a file cannot blow itself up. */
    private static final int MAX_GROWTH = 1 << 20;

    private final String in;
    private final StringBuilder out;
    private final Map<String, String> entities = new HashMap<>();
    private int growth;
    private boolean doctypeSeen;

    private XmlRepair(String in) {
        this.in = in;
        this.out = new StringBuilder(in.length() + 64);
    }

    static String repair(String text) {
        return new XmlRepair(text).run();
    }

    private String run() {
        int i = 0;
        while (i < in.length()) {
            char c = in.charAt(i);
            if (c == '<' && in.startsWith("<![CDATA[", i)) {
                i = copyTo("]]>", i, true);
            } else if (c == '<' && in.startsWith("<!--", i)) {
                i = copyTo("-->", i, false);
            } else if (c == '<' && in.startsWith("<?", i)) {
                i = copyTo(">", i, false);
            } else if (c == '<' && in.regionMatches(true, i, "<!DOCTYPE", 0, 9)) {
                i = doctype(i);
            } else if (c == '&') {
                i = reference(i);
            } else {
                append(c, i);
                i++;
            }
        }
        return out.toString();
    }

    /** Copies up to and with {@code end}; comments and instructions are only skipped. An end that never comes is the end of the text. */
    private int copyTo(String end, int from, boolean keep) {
        int found = in.indexOf(end, from);
        int to = found < 0 ? in.length() : found + end.length();
        if (keep) {
            for (int i = from; i < to; i++) {
                append(in.charAt(i), i);
            }
        }
        return to;
    }

    private int doctype(int from) {
        if (doctypeSeen) {
            return copyTo(
                    ">", from,
                    false); // a second one means nothing, and looking for its end each time would be quadratic
        }
        doctypeSeen = true;
        int depth = 0;
        int subset = -1;
        for (int i = from; i < in.length(); i++) {
            char c = in.charAt(i);
            if (c == '[' && depth == 0) {
                depth = 1;
                subset = i + 1;
            } else if (c == ']' && depth == 1) {
                depth = 0;
                declare(in.substring(subset, i));
            } else if (c == '>' && depth == 0) {
                return i + 1;
            }
        }
        return subset < 0 ? in.length() : subset;
    }

    /** Reads {@code <!ENTITY name "value">}; external and parameter entities are ignored. */
    private void declare(String subset) {
        int at = subset.indexOf("<!ENTITY");
        while (at >= 0 && entities.size() < MAX_ENTITIES) {
            int end = subset.indexOf('>', at);
            if (end < 0) {
                return;
            }
            String declaration = subset.substring(at + "<!ENTITY".length(), end).strip();
            int space = declaration.indexOf(' ');
            String value = space < 0 ? "" : declaration.substring(space).strip();
            boolean quoted = value.length() >= 2 && (value.charAt(0) == '"' || value.charAt(0) == '\'');
            if (quoted && value.length() <= MAX_ENTITY && value.charAt(value.length() - 1) == value.charAt(0)) {
                String inner = value.substring(1, value.length() - 1);
                entities.put(declaration.substring(0, space), Entities.escape(Entities.unescape(inner)));
            }
            at = subset.indexOf("<!ENTITY", end);
        }
    }

    private int reference(int from) {
        int end = from + 1;
        while (end < in.length() && end - from <= MAX_NAME && isNameSign(in.charAt(end))) {
            end++;
        }
        boolean complete = end > from + 1 && end < in.length() && in.charAt(end) == ';';
        String name = complete ? in.substring(from + 1, end) : "";
        String own = entities.get(name);
        if (own != null && growth + own.length() < MAX_GROWTH) {
            growth += own.length();
            out.append(own);
            return end + 1;
        }
        if (complete && name.charAt(0) == '#') {
            int sign = number(name.substring(1));
            if (sign >= 0) {
                out.append("&#").append(sign).append(';');
            }
            return end + 1;
        }
        if (complete && Entities.isNamedEntity(name)) {
            out.append('&').append(name).append(';');
            return end + 1;
        }
        out.append("&amp;");
        return from + 1;
    }

    private static boolean isNameSign(char c) {
        return c < 128
                ? Character.isLetterOrDigit(c) || c == '#' || c == '_' || c == '.' || c == '-'
                : Character.isLetter(c);
    }

    /** The sign that a numeric reference means, in windows-1252 where it names a control sign, or -1 when XML forbids it. */
    private static int number(String digits) {
        try {
            String lower = digits.toLowerCase(Locale.ROOT);
            int sign = lower.startsWith("x") ? Integer.parseInt(lower.substring(1), 16) : Integer.parseInt(lower);
            boolean allowed = sign >= 0x20 && sign < 0xd800
                    || sign == 9
                    || sign == 10
                    || sign == 13
                    || sign >= 0xe000 && sign < 0xfffe;
            return allowed || sign >= 0x10000 && sign <= 0x10ffff ? sign : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void append(char c, int at) {
        if (c >= 0x20 && c < 0xd800
                || c == '\n'
                || c == '\r'
                || c == '\t'
                || c >= 0xe000 && c < 0xfffe && c != '\ufeff') {
            out.append(c);
        } else if (Character.isHighSurrogate(c)
                && at + 1 < in.length()
                && Character.isLowSurrogate(in.charAt(at + 1))) {
            out.append(c).append(in.charAt(at + 1));
        }
    }
}
