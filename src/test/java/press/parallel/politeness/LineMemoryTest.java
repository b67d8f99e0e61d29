package press.parallel.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a waiting request costs, measured in a JVM of its own with a heap of fixed size. */
class LineMemoryTest {
    private static final int MILLION = 1_000_000;
    private static final int HEAP_MIB = 3_072;

    @Test
    @Timeout(120)
    void aMillionWaitingRequestsFitIntoThreeGibibytes() throws Exception {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        int heap = (int) Math.min(HEAP_MIB, (system.getTotalMemorySize() >> 20) / 2);
        int requests = (int) ((long) MILLION * heap / HEAP_MIB);
        Map<String, Long> bytes = measured(requests, heap);
        System.out.printf(
                "%,d waiting requests in a heap of %,d MiB: %d bytes each in the line, %d with a deadline, %,d with the exchange;"
                        + " %d for a known domain%n",
                requests,
                heap,
                bytes.get("line"),
                bytes.get("lineWithDeadline"),
                bytes.get("exchangeAndLine"),
                bytes.get("domain"));
        assertThat(bytes.get("line")).isLessThanOrEqualTo(100);
        assertThat(bytes.get("lineWithDeadline")).isLessThanOrEqualTo(110);
        assertThat(bytes.get("exchangeAndLine")).isLessThanOrEqualTo(1_200);
        assertThat(bytes.get("domain")).isLessThanOrEqualTo(800);
    }

    private static Map<String, Long> measured(int requests, int heapMib) throws Exception {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms" + heapMib + "m",
                        "-Xmx" + heapMib + "m",
                        "-XX:+UseSerialGC",
                        // or up to 5 % of the heap may stay garbage, and a thread's own room counts as used
                        "-XX:MarkSweepAlwaysCompactCount=1",
                        "-XX:TLABSize=64k",
                        "-XX:-ResizeTLAB",
                        "-classpath",
                        classes,
                        LineMemory.class.getName(),
                        String.valueOf(requests)))
                .redirectErrorStream(true)
                .start();
        String output = new String(child.getInputStream().readAllBytes());
        assertThat(child.waitFor()).as(output).isZero();
        Map<String, Long> bytes = new HashMap<>();
        output.lines().filter(line -> line.matches("\\w+=\\d+")).forEach(line -> {
            String[] parts = line.split("=");
            bytes.put(parts[0], Long.valueOf(parts[1]));
        });
        return bytes;
    }
}
