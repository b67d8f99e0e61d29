package press.parallel.fetcher;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Entities;

/**
 * Makes damaged XML text fit for jsoup's XML parser in one linear pass: drops signs that XML forbids, reads control signs as the
 * windows-1252 that they were, takes out comments, instructions and the DOCTYPE (its plain entities are replaced, never expanded inside one another,
 * nothing is loaded), escapes every ampersand that starts no complete reference, so that {@code ?a=1&copy=2} keeps its letters,
 * and takes one CDATA section out of another. What never ends is no section: a lost {@code ]]>} costs one mark, not the rest of the feed.
 */
final class XmlRepair {
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    private static final int MAX_ENTITIES = 200;
    private static final int MAX_ENTITY = 1000;
    private static final int MAX_NAME = 32;
    /** What replaced entities may add in all, in characters: a file cannot blow itself up. */
    private static final int MAX_GROWTH = 1 << 20;
    /** Signs 0x80 to 0x9f as software means them that takes windows-1252 for Latin 1. */
    private static final String CONTROLS = controls();

    private final String in;
    private final StringBuilder out;
    private final Map<String, String> entities = new HashMap<>();
    private int growth;
    private boolean doctypeSeen;
    /** Start of what was read and not yet copied. */
    private int from;

    private boolean sectionsEnd = true;
    private boolean commentsEnd = true;

    private XmlRepair(String in) {
        this.in = in;
        this.out = new StringBuilder(0);
    }

    static String repair(String text) {
        return new XmlRepair(text).run();
    }

    private String run() {
        int tag = 0;
        int i = 0;
        while (i < in.length()) {
            char c = in.charAt(i);
            if (c > ']' && c < 0x7f || c >= ' ' && c < '<' && c != '&') {
                i++; // most signs
            } else if (c == '<') {
                cutOff(tag, i);
                int after = markup(i);
                if (after > i) {
                    from = after;
                    i = after;
                } else {
                    i++;
                }
                tag = i;
            } else if (c == '&' && i - tag > SafeHtml.MAX_LENGTH) {
                copy(i);
                int next = in.indexOf('<', i);
                i = next < 0 ? in.length() : next;
                from = i;
                tag = i;
            } else if (c == '&') {
                copy(i);
                i = reference(i);
                from = i;
            } else if (c == ']' && in.startsWith(CDATA_END, i)) {
                copy(i);
                i += CDATA_END.length();
                from = i;
            } else {
                i = sign(c, i);
            }
        }
        cutOff(tag, i);
        if (from == 0) {
            return in;
        }
        copy(in.length());
        return out.toString();
    }

    /** No text is that long: what is beyond is dropped. */
    private void cutOff(int tag, int end) {
        if (end - tag > SafeHtml.MAX_LENGTH) {
            copy(Math.max(from, tag + SafeHtml.MAX_LENGTH));
            from = end;
        }
    }

    private void copy(int to) {
        if (out.capacity() == 0) {
            out.ensureCapacity(Math.min(in.length() + 64, 1 << 20)); // most feeds need no repair
        }
        out.append(in, from, to);
        from = to;
    }

    /** Goes over one sign; what must not stay is not copied. */
    private int sign(char c, int at) {
        if (c >= 0x20 && c < 0x80
                || c >= 0xa0 && c < 0xd800
                || c == '\n'
                || c == '\t'
                || c == '\r'
                || c >= 0xe000 && c < 0xfffe && c != '\ufeff') {
            return at + 1;
        }
        if (Character.isHighSurrogate(c) && at + 1 < in.length() && Character.isLowSurrogate(in.charAt(at + 1))) {
            return at + 2;
        }
        copy(at);
        if (c >= 0x80 && c < 0xa0) {
            out.append(CONTROLS.charAt(c - 0x80));
        }
        from = at + 1;
        return from;
    }

    /** Where what opens at {@code at} is over, having been copied as far as it stays; {@code at} for a plain tag. */
    private int markup(int at) {
        char next = at + 1 < in.length() ? in.charAt(at + 1) : ' ';
        if (next == '?') {
            return skip(at, in.indexOf('>', at), 1);
        }
        if (next != '!') {
            return at;
        }
        if (in.startsWith(CDATA, at)) {
            return section(at);
        }
        if (in.startsWith("<!--", at)) {
            int end = commentsEnd ? in.indexOf("-->", at) : -1;
            commentsEnd = end >= 0;
            return end >= 0 ? skip(at, end, 3) : skip(at, in.indexOf('>', at), 1);
        }
        if (in.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
            copy(at);
            return doctype(at);
        }
        return at;
    }

    /** An end that never comes is the end of the text. */
    private int skip(int at, int end, int length) {
        copy(at);
        return end < 0 ? in.length() : end + length;
    }

    private int section(int at) {
        copy(at);
        int start = at + CDATA.length();
        int end = sectionsEnd ? in.indexOf(CDATA_END, start) : -1;
        sectionsEnd = end >= 0;
        if (end < 0) {
            return start;
        }
        int to = Math.min(end, start + SafeHtml.MAX_LENGTH);
        int inner = start;
        while (inner < to && Character.isWhitespace(in.charAt(inner))) {
            inner++;
        }
        if (in.startsWith(CDATA, inner)) {
            start = inner + CDATA.length();
            to = Math.max(start, in.startsWith("]]", to - 2) ? to - 2 : to);
        }
        out.append(CDATA);
        from = start;
        for (int i = start; i < to; ) {
            i = sign(in.charAt(i), i);
        }
        if (to > from) {
            copy(to);
        }
        out.append(CDATA_END);
        return end + CDATA_END.length();
    }

    private int doctype(int start) {
        if (doctypeSeen) {
            // A second one means nothing, and looking for its end each time would be quadratic.
            return skip(start, in.indexOf('>', start), 1);
        }
        doctypeSeen = true;
        int depth = 0;
        int subset = -1;
        for (int i = start; i < in.length(); i++) {
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

    private int reference(int start) {
        int end = start + 1;
        while (end < in.length() && end - start <= MAX_NAME && isNameSign(in.charAt(end))) {
            end++;
        }
        boolean complete = end > start + 1 && end < in.length() && in.charAt(end) == ';';
        String name = complete ? in.substring(start + 1, end) : "";
        String own = entities.isEmpty() ? null : entities.get(name);
        if (own != null && growth + own.length() < MAX_GROWTH) {
            growth += own.length();
            out.append(own);
            return end + 1;
        }
        if (complete && name.charAt(0) == '#' && isNumber(name)) {
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
        return start + 1;
    }

    private static boolean isNameSign(char c) {
        return c < 128
                ? Character.isLetterOrDigit(c) || c == '#' || c == '_' || c == '.' || c == '-'
                : Character.isLetter(c);
    }

    private static boolean isNumber(String reference) {
        boolean hexadecimal = reference.startsWith("x", 1) || reference.startsWith("X", 1);
        int start = hexadecimal ? 2 : 1;
        for (int i = start; i < reference.length(); i++) {
            if (reference.charAt(i) > 'f' || Character.digit(reference.charAt(i), hexadecimal ? 16 : 10) < 0) {
                return false;
            }
        }
        return reference.length() > start;
    }

    /** The sign that a numeric reference means, in windows-1252 where it names a control sign, or -1 when XML forbids it. */
    private static int number(String digits) {
        try {
            String lower = digits.toLowerCase(Locale.ROOT);
            int sign = lower.startsWith("x") ? Integer.parseInt(lower.substring(1), 16) : Integer.parseInt(lower);
            if (sign >= 0x80 && sign < 0xa0) {
                return CONTROLS.charAt(sign - 0x80);
            }
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

    /** The five that windows-1252 leaves free are spaces. */
    private static String controls() {
        byte[] bytes = new byte[0x20];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0x80 + i);
        }
        return new String(bytes, Charset.forName("windows-1252")).replace('\ufffd', ' ');
    }
}
