package press.parallel.fetcher;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read, for people. */
final class Unreadable {
    private Unreadable() {}

    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is none";
        }
        return e instanceof AccessDeniedException
                ? "reading it is not allowed"
                : "reading it failed: " + e.getMessage();
    }
}
