package press.parallel.politeness;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The key of the spacing: the registrable domain of an address, so that {@code old.reddit.com} and {@code www.reddit.com} wait for
 * each other. {@code a.tumblr.com} belongs to {@code tumblr.com}: the private part of the public suffix list does not count. An IP
 * address and a name without suffix are their own domain. Safe for use by many threads.
 *
 * @see <a href="https://publicsuffix.org/">Public Suffix List</a>
 */
public final class RegistrableDomain {
    private final Map<String, String> same;

    /** @param same host or domain to the domain it is counted with */
    public RegistrableDomain(Map<String, String> same) {
        this.same = Map.copyOf(same);
    }

    /** @throws IllegalArgumentException if {@code address} has no host */
    public String of(URI address) {
        String host = address.getHost();
        if (host == null) {
            throw new IllegalArgumentException("'" + address + "': expected an address with a host");
        }
        return ofHost(host);
    }

    /** The same for a bare host name or IP address. */
    public String ofHost(String name) {
        String host = name.toLowerCase(Locale.ROOT);
        if (host.indexOf(':') >= 0 && !host.startsWith("[")) {
            host = "[" + host + "]";
        }
        if (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        String counted = same.get(host);
        if (counted != null) {
            return counted;
        }
        String domain = host.indexOf(':') >= 0
                ? host
                : isOfUnknownSuffix(host)
                        ? lastTwoLabels(host)
                        : EffectiveTldFinder.getAssignedDomain(host, false, true);
        if (domain == null || isIpv4(host)) {
            domain = host;
        }
        return same.getOrDefault(domain, IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED));
    }

    /** Under a suffix that is not on the list, names are registered one below it: the list's own last rule. */
    private static boolean isOfUnknownSuffix(String host) {
        return !isIpv4(host) && !TopLevel.KNOWN.contains(host.substring(host.lastIndexOf('.') + 1));
    }

    /** The last labels that the list knows; read once, for the list hands out a copy of its ten thousand entries each time. */
    private static final class TopLevel {
        static final Set<String> KNOWN = EffectiveTldFinder.getEffectiveTLDs().keySet().stream()
                .filter(suffix -> suffix.indexOf('.') < 0)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String lastTwoLabels(String host) {
        int last = host.lastIndexOf('.');
        return host.substring(host.lastIndexOf('.', last - 1) + 1);
    }

    private static boolean isIpv4(String host) {
        return host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }
}
