package press.parallel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.parallel.LossException;

class AddressGuardTest {
    /** Knows a few names; literals are read as Java reads them. */
    private record Names(Map<String, String[]> known) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            String[] literals = known.get(host);
            if (literals == null) {
                throw new UnknownHostException(host);
            }
            InetAddress[] addresses = new InetAddress[literals.length];
            for (int i = 0; i < literals.length; i++) {
                addresses[i] = InetAddress.getByName(literals[i]);
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static AddressGuard guard(String... allowed) {
        return new AddressGuard(Set.of(allowed), null);
    }

    private static AddressGuard knowing(Map<String, String[]> names, String... allowed) {
        return new AddressGuard(Set.of(allowed), null, new Names(names));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", // this network: RFC 791, 3.2
                "0.1.2.3",
                "10.0.0.1", // private use: RFC 1918
                "10.255.255.255",
                "100.64.0.1", // carrier's NAT: RFC 6598
                "100.127.255.255",
                "127.0.0.1", // loopback: RFC 1122, 3.2.1.3
                "127.255.255.254",
                "169.254.169.254", // link-local, and the clouds' metadata: RFC 3927
                "172.16.0.1", // RFC 1918
                "172.31.255.255",
                "192.0.0.170", // IETF protocol assignments: RFC 6890
                "192.168.1.1", // RFC 1918
                "198.18.0.1", // benchmarking: RFC 2544
                "198.19.255.255",
                "224.0.0.1", // multicast: RFC 1112
                "239.255.255.250",
                "240.0.0.1", // reserved: RFC 1112, 4
                "255.255.255.255", // broadcast: RFC 919
                "::", // unspecified: RFC 4291, 2.5.2
                "::1", // loopback: RFC 4291, 2.5.3
                "::10.0.0.1", // IPv4-compatible: RFC 4291, 2.5.5.1
                "::8.8.8.8",
                "::ffff:10.0.0.1", // IPv4-mapped: RFC 4291, 2.5.5.2
                "::ffff:127.0.0.1",
                "::ffff:0:10.0.0.1", // IPv4-translated: RFC 2765
                "64:ff9b::a00:1", // NAT64 of 10.0.0.1: RFC 6052
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::808:808", // local NAT64: RFC 8215
                "100::1", // discard: RFC 6666
                "2001::1", // Teredo: RFC 4380
                "2001:db8::1", // documentation: RFC 3849
                "2002:a00:1::", // 6to4 of 10.0.0.1: RFC 3056
                "2002:c0a8:101::1",
                "fc00::1", // unique local: RFC 4193
                "fdff::1",
                "fe80::1", // link-local: RFC 4291, 2.5.6
                "fec0::1", // site-local: RFC 3879
                "ff02::1" // multicast: RFC 4291, 2.7
            })
    void addressesThatAreNotOfTheInternetAreRefused(String address) throws UnknownHostException {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isFalse();
        assertThatThrownBy(() ->
                        knowing(Map.of("evil.example", new String[] {address})).resolve("evil.example", 80))
                .isInstanceOf(LossException.class)
                .hasMessageStartingWith("'evil.example' has a private address")
                .hasMessageEndingWith("press.web.allow = evil.example:80");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.255.255",
                "192.169.0.1",
                "198.17.255.255",
                "198.20.0.1",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "64:ff9b::808:808",
                "2002:808:808::1",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2606:4700:4700::1111",
                "2a00:1450::1"
            })
    void addressesOfTheInternetPass(String address) throws UnknownHostException {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isTrue();
        assertThat(knowing(Map.of("good.example", new String[] {address})).resolve("good.example", 443))
                .containsExactly(new InetSocketAddress(InetAddress.getByName(address), 443));
    }

    /** No DNS is asked for these: they are this machine in the spellings that C libraries read. */
    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "127.1", "2130706433", "0x7f000001", "017700000001", "0x7f.1", "::1", "localhost"})
    void spellingsOfThisMachineAreRefusedOrNotFound(String host) {
        assertThatThrownBy(() -> guard().resolve(host, 80))
                .isInstanceOfAny(LossException.class, UnknownHostException.class);
    }

    @Test
    void ofMixedAnswersOnlyThePublicOnesAreConnectedTo() throws UnknownHostException {
        assertThat(knowing(Map.of("mixed.example", new String[] {"10.0.0.1", "8.8.8.8", "fe80::1", "2606:4700::1"}))
                        .resolve("mixed.example", 80))
                .extracting(address -> address.getAddress().getHostAddress())
                .containsExactly("8.8.8.8", "2606:4700:0:0:0:0:0:1");
    }

    @Test
    void anUnknownNameIsNotAPrivateOne() {
        assertThatThrownBy(() -> knowing(Map.of()).resolve("nowhere.example", 80))
                .isInstanceOf(UnknownHostException.class);
    }

    @Nested
    class TheAllowList {
        private final Map<String, String[]> names = Map.of("nas.example", new String[] {"192.168.1.9", "10.0.0.9"});

        @Test
        void opensANameAtOnePort() throws UnknownHostException {
            assertThat(knowing(names, "NAS.example:8080").resolve("nas.Example".toLowerCase(), 8080))
                    .hasSize(2);
            assertThatThrownBy(() -> knowing(names, "nas.example:8080").resolve("nas.example", 80))
                    .isInstanceOf(LossException.class);
            assertThatThrownBy(() -> knowing(names, "as.example:80").resolve("nas.example", 80))
                    .isInstanceOf(LossException.class);
        }

        @Test
        void opensAnAddressAtOnePortWhateverItsName() throws UnknownHostException {
            assertThat(knowing(names, "192.168.1.9:80").resolve("nas.example", 80))
                    .containsExactly(new InetSocketAddress("192.168.1.9", 80));
            assertThatThrownBy(() -> knowing(names, "192.168.1.9:80").resolve("nas.example", 81))
                    .isInstanceOf(LossException.class);
        }

        @Test
        void writesIpv6InBrackets() throws UnknownHostException {
            assertThat(guard("[::1]:8900").resolve("::1", 8900)).hasSize(1);
            assertThat(guard("[::1]:8900").resolve("[::1]", 8900)).hasSize(1);
            assertThatThrownBy(() -> guard("[::1]:8900").resolve("::1", 80)).isInstanceOf(LossException.class);
        }

        @Test
        void isNotNeededForTheProxyItself() throws UnknownHostException {
            AddressGuard guard = new AddressGuard(Set.of(), "127.0.0.1:3128");
            assertThat(guard.resolve("127.0.0.1", 3128)).hasSize(1);
            assertThatThrownBy(() -> guard.resolve("127.0.0.1", 80)).isInstanceOf(LossException.class);
        }
    }

    @Nested
    class BehindAProxy {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "127.0.0.1",
                    "127.0.0.1.",
                    "10.1.2.3",
                    "169.254.169.254",
                    "192.168.0.1",
                    "[::1]",
                    "::1",
                    "[fe80::1]",
                    "[fe80::1%25eth0]",
                    "[::ffff:10.0.0.1]",
                    "[64:ff9b::a00:1]",
                    "localhost",
                    "LOCALHOST",
                    "localhost.",
                    "printer.localhost",
                    "127.1",
                    "2130706433",
                    "0x7f000001",
                    "0X7F000001",
                    "017700000001",
                    "0177.0.0.1",
                    "0x7f.0.0.1",
                    "127.0.0.01",
                    "1.2.3.4.5",
                    "256.1.1.1",
                    "0x",
                    "a.0x1",
                    "[1::2::3]"
                })
        void privateLiteralsInAnySpellingAreRefusedUnasked(String host) {
            assertThatThrownBy(() -> guard().checkLiteral(host, 80))
                    .isInstanceOf(LossException.class)
                    .hasMessageStartingWith("'" + host + "'")
                    .hasMessageContaining("it was not asked");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "example.org",
                    "no-such-name.example",
                    "8.8.8.8",
                    "[2606:4700:4700::1111]",
                    "10.example.org",
                    "127.0.0.1.nip.example",
                    "0x7f.example",
                    "localhost.example",
                    "notlocalhost",
                    "xn--bcher-kva.example",
                    "deadbeef"
                })
        void namesAndPublicLiteralsPassWithoutAskingDns(String host) {
            assertThatCode(() -> guard().checkLiteral(host, 80)).doesNotThrowAnyException();
        }

        @Test
        void theAllowListCountsHereToo() {
            assertThatCode(() -> guard("localhost:8080").checkLiteral("localhost", 8080))
                    .doesNotThrowAnyException();
            assertThatCode(() -> guard("127.0.0.1:8080").checkLiteral("localhost", 8080))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> guard("127.0.0.1:8080").checkLiteral("localhost", 80))
                    .isInstanceOf(LossException.class);
        }
    }
}
