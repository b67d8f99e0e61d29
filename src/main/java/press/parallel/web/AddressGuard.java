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
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
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
    /** A host whose last label is a number is an IPv4 address, in whatever spelling (WHATWG URL, 3.5); with a colon it is IPv6. */
    private static final Pattern LITERAL = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)|.*:.*");

    /** The one spelling of IPv4 that everybody reads alike: a proxy may take 0177.0.0.1 or 127.1 for this machine. */
    private static final Pattern DOTTED_QUAD = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private final Set<String> allowed;
    private final @Nullable String proxy;
    private final DnsResolver names;

    /**
     * @param allowed {@code host:port} or {@code address:port} that may be private
     * @param proxy {@code host:port} of the proxy, which may be anywhere, or null for none
     */
    AddressGuard(Set<String> allowed, @Nullable String proxy) {
        this(allowed, proxy, SystemDefaultDnsResolver.INSTANCE);
    }

    /** @param names asked for the addresses of a host, whatever they are */
    AddressGuard(Set<String> allowed, @Nullable String proxy, DnsResolver names) {
        this.allowed = allowed.stream().map(AddressGuard::plain).collect(Collectors.toUnmodifiableSet());
        this.proxy = proxy == null ? null : plain(proxy);
        this.names = names;
    }

    /** In lower case, IPv6 without brackets. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetSocketAddress> passed = new ArrayList<>();
        for (InetAddress address : names.resolve(host)) {
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
        String bare = plain(host);
        if (bare.endsWith(".")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        if (bare.equals("localhost") || bare.endsWith(".localhost")) {
            bare = "127.0.0.1";
        }
        if (!LITERAL.matcher(bare).matches()) {
            return;
        }
        try {
            if (bare.indexOf(':') < 0 && !DOTTED_QUAD.matcher(bare).matches()) {
                throw new UnknownHostException(host);
            }
            InetAddress address = InetAddress.getByName(bare);
            if (!isPublic(address) && !isAllowed(host, address, port)) {
                throw refused(host, port);
            }
        } catch (UnknownHostException notAnAddress) {
            throw new LossException("'" + host
                    + "': expected a host name or an IP address such as 192.0.2.1 or [2001:db8::1]; it was not asked");
        }
    }

    private static LossException refused(String host, int port) {
        return new LossException("'" + host
                + "' has a private address (this machine, its network or a cloud's metadata); it was not asked."
                + " If it is yours, list it: press.web.allow = " + host + ":" + port);
    }

    private boolean isAllowed(String host, InetAddress address, int port) {
        String name = plain(host) + ":" + port;
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

    /** Of IPv6 only 2000::/3 is in use on the internet; addresses that carry one of IPv4 are as public as that one. */
    private static boolean isPublic6(byte[] b) {
        if (b[0] == 0 && b[1] == 0x64 && (b[2] & 0xff) == 0xff && (b[3] & 0xff) == 0x9b) {
            // NAT64, RFC 6052. Its local part 64:ff9b:1::/48 (RFC 8215) is not for the internet.
            return b[4] == 0 && b[5] == 0 && isPublicV4(Arrays.copyOfRange(b, 12, 16));
        }
        if (b[0] == 0x20 && b[1] == 0x02) {
            return isPublicV4(Arrays.copyOfRange(b, 2, 6));
        }
        boolean global = (b[0] & 0xe0) == 0x20;
        // 2001::/23: Teredo, benchmarking, ORCHID; 2001:db8::/32: documentation.
        boolean special =
                b[0] == 0x20 && b[1] == 0x01 && ((b[2] & 0xfe) == 0 || (b[2] == 0x0d && (b[3] & 0xff) == 0xb8));
        return global && !special;
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
