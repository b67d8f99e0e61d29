package press.parallel.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;
import press.parallel.LossException;

/**
 * Resolves names for the HTTP client and refuses addresses that are not on the public internet, so that a feed cannot make the press
 * ask machines at home or the metadata service of a cloud. The check stands between DNS and connect: the client connects to exactly
 * the addresses that passed. Safe for use by many threads.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">IANA special-purpose registries</a>
 */
final class AddressGuard implements DnsResolver {
    /** What {@link InetAddress} reads as an address without asking DNS, such as 10.1, 2130706433 and [::1]. */
    private static final Pattern LITERAL =
            Pattern.compile("[0-9.]+|0x[0-9a-fA-F.x]+|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.*)?]?");

    private final Set<String> allowed;
    private final @Nullable String proxy;

    /**
     * @param allowed {@code host:port} or {@code address:port} that may be private
     * @param proxy {@code host:port} of the proxy, which may be anywhere, or null for none
     */
    AddressGuard(Set<String> allowed, @Nullable String proxy) {
        this.allowed = Set.copyOf(allowed);
        this.proxy = proxy;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetSocketAddress> passed = new ArrayList<>();
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (isPublic(address) || isAllowed(host, address, port)) {
                passed.add(new InetSocketAddress(address, port));
            }
        }
        if (passed.isEmpty()) {
            throw refused(host, port);
        }
        return passed;
    }

    /** Refuses a host that is written as a private address, for requests whose names a proxy resolves. */
    void checkLiteral(String host, int port) {
        String bare = host.toLowerCase(Locale.ROOT);
        if (bare.equals("localhost") || bare.endsWith(".localhost")) {
            bare = "127.0.0.1";
        }
        if (!LITERAL.matcher(bare).matches()) {
            return;
        }
        try {
            InetAddress address = InetAddress.getByName(bare);
            if (!isPublic(address) && !isAllowed(host, address, port)) {
                throw refused(host, port);
            }
        } catch (UnknownHostException notAnAddress) {
            throw new LossException("'" + host + "': expected a host name or an IP address; it was not asked");
        }
    }

    private static LossException refused(String host, int port) {
        return new LossException("'" + host
                + "' has a private address (this machine, its network or a cloud's metadata); it was not asked."
                + " If it is yours, list it: press.web.allow = " + host + ":" + port);
    }

    private boolean isAllowed(String host, InetAddress address, int port) {
        String name = host.toLowerCase(Locale.ROOT) + ":" + port;
        return name.equals(proxy) || allowed.contains(name) || allowed.contains(address.getHostAddress() + ":" + port);
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] b = address.getAddress();
        if (address instanceof Inet6Address) {
            return isPublic6(b);
        }
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        return first != 0
                && first < 240
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0 && b[2] == 0)
                && !(first == 198 && (second == 18 || second == 19));
    }

    private static boolean isPublic6(byte[] b) {
        boolean uniqueLocal = (b[0] & 0xfe) == 0xfc;
        boolean nat64 = b[0] == 0 && b[1] == 0x64 && (b[2] & 0xff) == 0xff && (b[3] & 0xff) == 0x9b;
        boolean sixToFour = b[0] == 0x20 && b[1] == 0x02;
        boolean compatible = true;
        for (int i = 0; i < 12; i++) {
            compatible &= b[i] == 0;
        }
        int inner = sixToFour ? 2 : nat64 || compatible ? 12 : -1;
        return !uniqueLocal && (inner < 0 || isPublicV4(Arrays.copyOfRange(b, inner, inner + 4)));
    }

    private static boolean isPublicV4(byte[] inner) {
        try {
            return isPublic(InetAddress.getByAddress(inner));
        } catch (UnknownHostException impossible) {
            return false;
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return resolve(host, 0).stream().map(InetSocketAddress::getAddress).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
