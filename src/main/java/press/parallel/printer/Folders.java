package press.parallel.printer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts whole folders in their places, so that a reader, or a run killed at any moment, never sees half of one.
 *
 * <p>Everything that is under way has a hidden name, {@code .<name>.<random>.new} or {@code .old}. Not safe for use by several
 * threads or processes at once: the printer holds its lock meanwhile.
 */
final class Folders {
    private static final Pattern HIDDEN = Pattern.compile("\\.(.+)\\.[0-9a-f]{8}\\.(new|old)");

    private final Path output;

    Folders(Path output) {
        this.output = output;
    }

    /** A hidden name beside the final one; nothing is created. */
    Path aside(String name, String state) {
        byte[] random = new byte[4];
        ThreadLocalRandom.current().nextBytes(random);
        return output.resolve("." + name + "." + HexFormat.of().formatHex(random) + "." + state);
    }

    /** Writes a file and does not return before it is on the disk. */
    static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /**
     * Gives a finished folder (or link) its final name. What had that name before is moved aside whole, then deleted: between the
     * two renames the name is free for a moment, never half filled.
     */
    Path publish(Path finished, String name) throws IOException {
        Path place = output.resolve(name);
        Path old = null;
        if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)
                || (Files.isDirectory(finished, LinkOption.NOFOLLOW_LINKS)
                        && Files.exists(place, LinkOption.NOFOLLOW_LINKS))) {
            old = aside(name, "old");
            rename(place, old);
        }
        rename(finished, place);
        force(output);
        if (old != null) {
            delete(old);
        }
        return place;
    }

    /** Removes what killed runs left behind; a folder that one had moved aside and not replaced gets its name back. */
    void tidy() throws IOException {
        List<Path> all;
        try (Stream<Path> list = Files.list(output)) {
            all = list.toList();
        }
        for (Path path : all) {
            Matcher hidden = HIDDEN.matcher(path.getFileName().toString());
            if (hidden.matches()) {
                Path place = output.resolve(hidden.group(1));
                if (hidden.group(2).equals("old") && !Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                    rename(path, place);
                } else {
                    delete(path);
                }
            }
        }
    }

    /** Copies a folder with all that is in it. */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> list = Files.list(from)) {
            for (Path file : list.toList()) {
                if (Files.isDirectory(file)) {
                    copy(file, to.resolve(file.getFileName()));
                } else {
                    write(to.resolve(file.getFileName()), Files.readAllBytes(file));
                }
            }
        }
    }

    /** Makes renames and new names in a folder last; some systems cannot and need not. */
    static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open a folder; there a rename is in the journal already.
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path path) throws IOException {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
                if (why instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw why;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException why) throws IOException {
                if (why != null) {
                    throw why;
                }
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
