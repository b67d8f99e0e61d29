package press.parallel.fetcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cleans the HTML that most feeds are made of in one pass, without building a tree: paragraphs, headings, lists, links and
 * pictures, properly nested, with quoted attributes and absolute addresses. It lets through what it knows and nothing else: at the first sign of anything
 * unusual it gives up, and jsoup decides. What it does return is what jsoup would, sign by sign; a test holds the two together.
 *
 * <p>Used by one thread, for one text.
 */
final class PlainHtml {
    private static final Set<String> INLINE = Set.of(
            "a", "b", "strong", "i", "em", "u", "s", "small", "sub", "sup", "span", "code", "q", "cite", "abbr", "del",
            "ins", "mark", "kbd");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> BLOCKS = Set.of("p", "div", "blockquote", "ul", "ol", "figure", "figcaption");
    private static final Set<String> VOID = Set.of("br", "hr", "img");
    /** Allowed somewhere: jsoup knows where. */
    private static final Set<String> UNSURE =
            Set.of("cite", "start", "type", "datetime", "align", "summary", "width", "height");

    private static final int DEEPEST = 40;

    private final String in;
    private final StringBuilder out;
    private final List<String> open = new ArrayList<>();
    private int at;
    private boolean unusual;

    private PlainHtml(String in) {
        this.in = in;
        this.out = new StringBuilder(in.length() + 16);
    }

    /** @return clean HTML, or null when a tree is needed to tell */
    static @Nullable String clean(String html) {
        return new PlainHtml(html.strip()).run();
    }

    private @Nullable String run() {
        while (at < in.length() && !unusual) {
            if (in.charAt(at) == '<') {
                at++;
                tag();
            } else {
                text();
            }
        }
        return unusual || !open.isEmpty() ? null : out.toString().strip();
    }

    private void text() {
        int from = at;
        while (at < in.length() && !unusual) {
            char c = in.charAt(at);
            if (c == '<') {
                break;
            }
            if (c == '>' || c == '\u00a0' || c == '&') {
                out.append(in, from, at);
                at++;
                if (c == '&') {
                    reference();
                } else {
                    out.append(c == '>' ? "&gt;" : "&nbsp;");
                }
                from = at;
            } else {
                unusual = isUnusual(c);
                at++;
            }
        }
        out.append(in, from, at);
    }

    private static boolean isUnusual(char c) {
        return c < 0x20 && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0 || c >= 0xfff0 || c == '\u00ad';
    }

    /** Behind the ampersand. */
    private void reference() {
        int end = in.indexOf(';', at);
        String name = end < 0 || end - at > 6 ? "" : in.substring(at, end);
        at = end + 1;
        switch (name) {
            case "amp", "lt", "gt", "nbsp" -> out.append('&').append(name).append(';');
            case "quot", "#34" -> out.append('"');
            case "#39" -> out.append('\'');
            default -> {
                long sign = name.startsWith("#") ? Aggregators.count(name.substring(1)) : -1;
                if (sign > 0xa0 && sign < 0xd800 && sign != 0xad) {
                    out.append((char) sign);
                } else {
                    unusual = true;
                }
            }
        }
    }

    /** Behind the opening sign. */
    private void tag() {
        boolean closing = at < in.length() && in.charAt(at) == '/';
        at += closing ? 1 : 0;
        int from = at;
        while (at < in.length() && (isSmall(in.charAt(at)) || at > from && isDigit(in.charAt(at)))) {
            at++;
        }
        String name = in.substring(from, at);
        if (closing) {
            close(name);
        } else if (mayOpen(name)) {
            out.append('<').append(name);
            attributes(name);
            out.append('>');
            if (!VOID.contains(name)) {
                open.add(name);
            }
        } else {
            unusual = true;
        }
    }

    private void close(String name) {
        unusual =
                open.isEmpty() || !open.get(open.size() - 1).equals(name) || at >= in.length() || in.charAt(at) != '>';
        if (!unusual) {
            open.remove(open.size() - 1);
            out.append("</").append(name).append('>');
            at++;
        }
    }

    /** Whether the element may stand here without closing another, by the rules of HTML. */
    private boolean mayOpen(String name) {
        String parent = open.isEmpty() ? "" : open.get(open.size() - 1);
        if (open.size() >= DEEPEST) {
            return false;
        }
        if (name.equals("li")) {
            return parent.equals("ul") || parent.equals("ol");
        }
        if (INLINE.contains(name)) {
            return !name.equals("a") || !open.contains("a");
        }
        if (name.equals("br") || name.equals("img")) {
            return true;
        }
        boolean heading = HEADINGS.contains(name);
        return (heading || BLOCKS.contains(name) || name.equals("hr"))
                && !open.contains("p")
                && INLINE.stream().noneMatch(open::contains)
                && HEADINGS.stream().noneMatch(open::contains);
    }

    private void attributes(String element) {
        boolean address = false;
        while (!unusual) {
            boolean space = skipSpaces();
            char c = at < in.length() ? in.charAt(at) : '\0';
            if (c == '>') {
                at++;
                unusual = element.equals("img") && !address;
                return;
            }
            if (c == '/' && VOID.contains(element) && in.startsWith("/>", at)) {
                at++;
                continue;
            }
            int from = at;
            while (at < in.length() && (isSmall(in.charAt(at)) || in.charAt(at) == '-' && at > from)) {
                at++;
            }
            String name = in.substring(from, at);
            int end = in.startsWith("=\"", at) ? in.indexOf('"', at + 2) : -1;
            if (!space || name.isEmpty() || end < 0) {
                unusual = true;
                return;
            }
            String value = in.substring(at + 2, end);
            at = end + 1;
            boolean link = element.equals("a") && name.equals("href") || element.equals("img") && name.equals("src");
            boolean kept = link
                    || (element.equals("a") || element.equals("img")) && name.equals("title")
                    || element.equals("img") && (name.equals("alt") || isSize(name));
            unusual = link && (address || !isAddress(value)) || !kept && UNSURE.contains(name) || !isPlain(value);
            address |= link;
            if (kept && !link && out.indexOf(" " + name + "=\"", out.lastIndexOf("<")) >= 0) {
                unusual = true; // said twice
            }
            if (kept) {
                out.append(' ').append(name).append("=\"").append(value).append('"');
            }
        }
    }

    private static boolean isSize(String name) {
        return name.equals("width") || name.equals("height");
    }

    private boolean skipSpaces() {
        int from = at;
        while (at < in.length() && (in.charAt(at) == ' ' || in.charAt(at) == '\n')) {
            at++;
        }
        return at > from;
    }

    /** Without a sign that is written otherwise inside an attribute. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean reference = c == '&' && value.startsWith("&amp;", i);
            if (isUnusual(c) || c == '<' || c == '>' || c == '\u00a0' || c == '&' && !reference) {
                return false;
            }
        }
        return true;
    }

    /** Absolute, http(s), a host of small letters, and no sign that would be encoded. */
    private static boolean isAddress(String value) {
        int start = value.startsWith("https://") ? 8 : value.startsWith("http://") ? 7 : -1;
        int slash = start < 0 ? -1 : value.indexOf('/', start);
        int end = slash < 0 ? value.length() : slash;
        if (start < 0 || start == end || value.contains("/.")) {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = value.charAt(i);
            if (!isSmall(c) && !isDigit(c) && c != '-' && c != '.') {
                return false;
            }
        }
        for (int i = end; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = isSmall(c) || isDigit(c) || c >= 'A' && c <= 'Z' || "-._~/?=#%+,:;&@".indexOf(c) >= 0;
            if (!plain) {
                return false;
            }
        }
        return value.indexOf('%') < 0 && value.indexOf('#') == value.lastIndexOf('#');
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
