package press.parallel.fetcher;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps the newest entries of a feed that has too many, before the text is taken apart, so that a hundred thousand entries cost
 * one look at each and no memory. Entries without a date count as new, since nothing says otherwise; where no date differs, the
 * first in the file stay.
 *
 * @param text with the entries that stay, in their old order
 * @param total entries that the text had
 */
record Newest(String text, int total) {
    /** {@code <item></item>}. */
    private static final int SHORTEST = 13;

    /** Letters of a name that are looked at. */
    private static final int LONGEST = 24;

    private static final List<String> ENTRIES = List.of("item", "entry");
    private static final List<String> DATES =
            List.of("pubdate", "published", "updated", "date", "issued", "modified", "created", "lastbuilddate");

    /** One entry's place in the text. */
    private record Place(int start, int end, Instant date) {}

    /** @param most entries that stay */
    static Newest of(String text, int most) {
        if (text.length() / SHORTEST <= most) {
            return new Newest(text, 0);
        }
        int[] starts = starts(text);
        if (starts.length <= most) {
            return new Newest(text, starts.length);
        }
        List<Place> places = new ArrayList<>(starts.length);
        for (int i = 0; i < starts.length; i++) {
            int next = i + 1 < starts.length ? starts[i + 1] : text.length();
            int end = end(text, starts[i], next);
            places.add(new Place(starts[i], end < 0 ? next : end, date(text, starts[i], end < 0 ? next : end)));
        }
        List<Place> dropped = places.stream()
                .sorted(Comparator.comparing(Place::date).reversed().thenComparingInt(Place::start))
                .skip(most)
                .sorted(Comparator.comparingInt(Place::start))
                .toList();
        StringBuilder kept = new StringBuilder();
        int from = 0;
        for (Place place : dropped) {
            kept.append(text, from, Math.max(from, place.start()));
            from = place.end();
        }
        return new Newest(kept.append(text, from, text.length()).toString(), starts.length);
    }

    private static int[] starts(String text) {
        int[] found = new int[64];
        int count = 0;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            if (text.startsWith("<![CDATA[", at)) {
                int end = text.indexOf("]]>", at);
                at = end < 0 ? at : end;
            } else if (isOneOf(text, at + 1, ENTRIES)) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = at;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Whether the name at {@code from}, without its prefix, is one of {@code names}, in any case. */
    private static boolean isOneOf(String text, int from, List<String> names) {
        int start = from;
        int end = from;
        while (end < text.length() && end - start <= LONGEST) {
            char c = text.charAt(end);
            if (c == ':' && end > start) {
                start = end + 1;
            } else if (c == '>' || c == '/' || c <= ' ') {
                break;
            }
            end++;
        }
        for (String name : names) {
            if (end - start == name.length() && text.regionMatches(true, start, name, 0, name.length())) {
                return true;
            }
        }
        return false;
    }

    /** Behind the closing tag of the entry at {@code start}; -1 when it has none before {@code next}. */
    private static int end(String text, int start, int next) {
        for (int at = next - 2; at > start; at--) {
            if (text.charAt(at) == '<' && text.charAt(at + 1) == '/') {
                if (isOneOf(text, at + 2, ENTRIES)) {
                    int close = find(text, ">", at, next);
                    return close < 0 ? -1 : close + 1;
                }
            }
        }
        return -1;
    }

    private static Instant date(String text, int start, int end) {
        for (int at = text.indexOf('<', start + 1); at >= 0 && at < end; at = text.indexOf('<', at + 1)) {
            if (isOneOf(text, at + 1, DATES)) {
                int open = find(text, ">", at, end);
                int close = open < 0 ? -1 : find(text, "</", open, end);
                Instant date = close < 0
                        ? null
                        : Dates.parse(text.substring(open + 1, close)
                                .replace("<![CDATA[", "")
                                .replace("]]>", ""));
                if (date != null) {
                    return date;
                }
            }
        }
        return Instant.MAX;
    }

    /** As {@link String#indexOf(String, int)}, but never looking beyond {@code end}: each sign is seen a few times, not once an entry. */
    private static int find(String text, String wanted, int from, int end) {
        for (int at = from; at + wanted.length() <= end; at++) {
            if (text.startsWith(wanted, at)) {
                return at;
            }
        }
        return -1;
    }
}
