package press.parallel.printer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import press.parallel.Decision;
import press.parallel.Edition;
import press.parallel.FeedReport;
import press.parallel.GlassBox;
import press.parallel.Loss;
import press.parallel.RunSheet;
import press.parallel.Story;

/**
 * Writes an edition to its folder {@code <output>/<date>-<number>/}: {@code index.html}, {@code edition.json},
 * {@code report.json}, and the pictures in {@code images/}.
 *
 * <p>The folder is filled under a hidden name, forced to the disk and renamed, so that a half-written edition is never seen; an
 * edition that was printed before is replaced whole. {@code <output>/latest} then leads to it: a symbolic link, or a copy where the
 * file system has no such links. One edition is printed at a time, also among several processes with the same output folder: they
 * wait for each other at the file {@code .lock}.
 */
@RegisterForReflection(
        targets = {
            Printer.class,
            Edition.class,
            Edition.PrintedSection.class,
            Edition.PrintedStory.class,
            Edition.PrintedPicture.class,
            Edition.Numbers.class,
            Edition.Rest.class,
            GlassBox.class,
            GlassBox.Vitals.class,
            GlassBox.Source.class,
            GlassBox.Bubble.class,
            GlassBox.Edge.class,
            Report.class,
            Decision.class,
            Story.AlsoIn.class,
            FeedReport.class,
            Loss.class
        })
public final class Printer {
    private static final Object ONE_AT_A_TIME = new Object();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path output;
    private final Page page;
    private final Links links;
    private final Function<URI, Optional<byte[]>> pictures;
    private final Folders folders;
    private final Archive archive;

    /**
     * @param output folder of the editions, created when it is missing
     * @param page how the paper looks
     * @param pictures the bytes of a picture, by the address where it was found
     */
    public Printer(Path output, Page page, Function<URI, Optional<byte[]>> pictures) {
        this(output, page, pictures, Files::createSymbolicLink);
    }

    Printer(Path output, Page page, Function<URI, Optional<byte[]>> pictures, Links links) {
        this.output = output;
        this.page = page;
        this.pictures = pictures;
        this.links = links;
        this.folders = new Folders(output);
        this.archive = new Archive(output, JSON);
    }

    /**
     * Prints the edition.
     *
     * @param sheet the choice behind it
     * @return the edition's folder
     * @throws UncheckedIOException when the output cannot be written; its message says where, what was found, and what to do
     */
    public Path print(Edition edition, RunSheet sheet) {
        byte[] html = page.edition(edition).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] json = JSON.writeValueAsBytes(edition);
            byte[] report = JSON.writeValueAsBytes(Report.of(edition, sheet.decisions()));
            Files.createDirectories(output);
            synchronized (ONE_AT_A_TIME) {
                try (FileChannel lock = FileChannel.open(
                        output.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    lock.lock();
                    folders.tidy();
                    return print(edition, Map.of("index.html", html, "edition.json", json, "report.json", report));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(sentence(edition, e), e);
        }
    }

    /** The editions in the output folder, newest first. */
    public List<Issue> issues() {
        return archive.issues();
    }

    /**
     * The list of editions as a page.
     *
     * @param title the paper's name
     * @param base where the edition folders are, as seen from the page: {@code ""} or a path that ends with "/"
     */
    public String archive(String title, String base) {
        return page.archive(title, base, issues());
    }

    private Path print(Edition edition, Map<String, byte[]> files) throws IOException {
        String id = edition.id();
        Path aside = Files.createDirectory(folders.aside(id, "new"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Folders.write(aside.resolve(file.getKey()), file.getValue());
        }
        illustrate(edition, aside);
        Folders.force(aside);
        Path folder = folders.publish(aside, id);
        Path latest = folders.aside("latest", "new");
        try {
            links.create(latest, Path.of(id));
        } catch (UnsupportedOperationException | FileSystemException e) {
            Folders.copy(folder, latest);
        }
        folders.publish(latest, "latest");
        return folder;
    }

    /** One picture after the other, so that never all of them are held at once. */
    private void illustrate(Edition edition, Path aside) throws IOException {
        Set<String> written = new HashSet<>();
        for (Edition.PrintedSection section : edition.sections()) {
            for (Edition.PrintedStory story : section.stories()) {
                for (Edition.PrintedPicture picture : story.pictures()) {
                    Optional<byte[]> bytes = pictures.apply(picture.address());
                    if (bytes.isPresent() && written.add(picture.file())) {
                        Path file = aside.resolve(picture.file());
                        Files.createDirectories(file.getParent());
                        Folders.write(file, bytes.get());
                    }
                }
            }
        }
        if (!written.isEmpty()) {
            Folders.force(aside.resolve(Composer.IMAGES));
        }
    }

    private String sentence(Edition edition, IOException why) {
        String found;
        Path barrier = output.toAbsolutePath();
        while (!Files.exists(barrier, LinkOption.NOFOLLOW_LINKS) && barrier.getParent() != null) {
            barrier = barrier.getParent();
        }
        if (!Files.isDirectory(barrier)) {
            found = "'" + barrier + "' is a file";
        } else if (why instanceof AccessDeniedException || !Files.isWritable(barrier)) {
            found = "'" + barrier + "' may not be written by this user";
        } else if (why instanceof FileSystemException said && said.getReason() != null) {
            found = said.getReason();
        } else {
            found = String.valueOf(why.getMessage());
        }
        return "press.printer.output '" + output + "': expected a folder that can be written, but found: " + found
                + "; edition " + edition.id()
                + " was not printed, its texts are kept for the next run. Free the folder, or"
                + " name another with --output or press.printer.output";
    }

    /** How a symbolic link is made. */
    interface Links {
        Path create(Path link, Path target) throws IOException;
    }
}
