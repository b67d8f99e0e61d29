package press.parallel.editor;

import java.net.URI;

/**
 * The number under which a site keeps an article. Publishers change a title after it is out, and many addresses with it, but the number in
 * them stays: {@code /article/3566051/3-000-flee.html}, {@code /article/3566051/8-500-flee.html}.
 */
final class ArticleNumber {
    /** Fewer digits count pages, months or sections. */
    private static final int FEWEST_DIGITS = 5;

    /** Signs of a date without dashes, 20261120. */
    private static final int DATE_DIGITS = 8;

    private ArticleNumber() {}

    /** The same for two addresses of one host with the same last long number; 0 where there is none. */
    static long of(URI link) {
        if (link.getHost() == null) {
            return 0;
        }
        String address = link.getRawPath() + "?" + link.getRawQuery();
        int end = address.length();
        while (end > 0) {
            while (end > 0 && !isDigit(address, end - 1)) {
                end--;
            }
            int from = end;
            while (from > 0 && isDigit(address, from - 1)) {
                from--;
            }
            boolean alone = !isLetter(address, from - 1) && !isLetter(address, end);
            if (alone && end - from >= FEWEST_DIGITS && !isDate(address.substring(from, end))) {
                String whole = link.getHost() + '/' + address.substring(from, end);
                return Vocabulary.hash(whole, 0, whole.length()) | 1;
            }
            end = from;
        }
        return 0;
    }

    private static boolean isDate(String digits) {
        return digits.length() == DATE_DIGITS && (digits.startsWith("19") || digits.startsWith("20"));
    }

    /** Digits among letters are part of a code. */
    private static boolean isLetter(String address, int at) {
        return at >= 0 && at < address.length() && Character.isLetter(address.charAt(at));
    }

    private static boolean isDigit(String address, int at) {
        char sign = address.charAt(at);
        return sign >= '0' && sign <= '9';
    }
}
