package press.parallel.press;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that the pages are asked by. */
class HostsTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:8480", "localhost", "LocalHost:80", "[::1]", "[::1]:65535"})
    void theNamesOfThisMachineAreOwn(String host) {
        assertThat(Hosts.isOwn(host)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "evil.example",
                "127.0.0.1.evil.example",
                "localhost.evil.example:8480",
                "evil.example:127",
                "127.0.0.1:8480@evil.example",
                "127.0.0.10",
                "localhost:",
                "localhost\nx",
                "0.0.0.0:8480",
                "::1"
            })
    void othersAreForeign(String host) {
        assertThat(Hosts.isOwn(host)).isFalse();
    }
}
