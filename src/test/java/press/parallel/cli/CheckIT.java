package press.parallel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} of the packaged program, in a folder of its own. */
class CheckIT {
    private static final int WRONG = 2;

    @TempDir
    Path folder;

    /** What a call of the jar came to. */
    private record Call(int status, String said) {}

    @Test
    void findsTheRoutesOfTheProgramInOrderAndLeavesNothingBehind() throws Exception {
        Call call = check();
        assertThat(call.said()).isEqualToIgnoringNewLines("settings and routes are in order");
        assertThat(call.status()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void namesTheLineOfAnUnknownThreadPool() throws Exception {
        Path routes = Files.createDirectory(folder.resolve("routes"));
        try (var files = Files.list(Path.of("routes"))) {
            for (Path file : files.toList()) {
                Files.writeString(
                        routes.resolve(file.getFileName()),
                        Files.readString(file).replace("executorService: press", "executorService: pres"));
            }
        }
        Call call = check();
        assertThat(call.said().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .matches("routes/(fetcher|enhancer)\\.camel\\.yaml:[0-9]+: expected .*none named 'pres'"));
        assertThat(call.status()).isEqualTo(WRONG);
    }

    private Call check() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path jar = Path.of(System.getProperty("press.jar"));
        Process process = new ProcessBuilder(java.toString(), "-jar", jar.toString(), "check")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Call(process.exitValue(), said);
        } finally {
            process.destroyForcibly();
        }
    }
}
