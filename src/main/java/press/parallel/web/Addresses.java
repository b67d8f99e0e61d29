package press.parallel.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** Reads addresses as servers write them: spaces, umlauts and brackets are encoded instead of refused. */
final class Addresses {
    private static final String ALLOWED = "!#$%&'()*+,-./:;=?@_~[]";

    private Addresses() {}

    /** @throws IllegalArgumentException if no encoding makes it an address */
    static URI parse(String written) {
        StringBuilder clean = new StringBuilder();
        for (byte b : written.strip().getBytes(StandardCharsets.UTF_8)) {
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
