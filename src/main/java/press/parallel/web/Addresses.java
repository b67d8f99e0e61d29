package press.parallel.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** Reads addresses as servers write them: spaces, umlauts and brackets are encoded instead of refused. */
final class Addresses {
    private static final String ALLOWED = "!#$%&'()*+,-./:;=?@_~[]";

    private Addresses() {}

    /**
     * Reads the value of a Location header, relative or absolute. Bytes that are not ASCII are sent back as they came.
     *
     * @param location a sign a byte, as the HTTP client reads headers
     * @throws IllegalArgumentException if no encoding makes it an address
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-5.2">RFC 3986, 5.2</a>
     */
    static URI resolve(URI base, String location) {
        URI to = parse(location);
        URI root = base.resolve("/");
        if (to.getScheme() == null
                && to.getRawAuthority() == null
                && to.getRawPath().isEmpty()) {
            // URI.resolve would also take off the last segment of the base.
            String query = to.getRawQuery() == null ? base.getRawQuery() : to.getRawQuery();
            String path = base.getRawPath().isEmpty() ? "/" : base.getRawPath();
            return root.resolve(path + (query == null ? "" : "?" + query));
        }
        URI found = (base.getRawPath().isEmpty() ? root : base).resolve(to);
        String text = found.toString();
        String climbing = found.getRawAuthority() == null ? "" : found.getScheme() + "://" + found.getRawAuthority();
        while (!climbing.isEmpty() && text.startsWith(climbing + "/../")) {
            // URI.resolve keeps what would lead above the root.
            text = climbing + text.substring(climbing.length() + 3);
        }
        return URI.create(text);
    }

    private static URI parse(String written) {
        StringBuilder clean = new StringBuilder();
        for (byte b : written.strip().getBytes(StandardCharsets.ISO_8859_1)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0);
            clean.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        String text = clean.toString();
        try {
            return new URI(text);
        } catch (URISyntaxException odd) {
            return URI.create(text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25")
                    .replace("[", "%5B")
                    .replace("]", "%5D"));
        }
    }

    static URI withoutFragment(URI address) {
        String text = address.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? address : URI.create(text.substring(0, hash));
    }
}
