package press.parallel.cli;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The papers that come with the program, and how a paper may be called. */
final class Papers {
    /** Each is a file {@code papers/<name>.properties}. A list, for neither a jar nor the native program can list its folders. */
    static final List<String> NAMES = List.of("ai", "cyber", "daily");

    /** The one that is printed to the output folder itself. */
    static final String USUAL = "daily";

    /** An edition's folder and {@code latest} lie beside those of the other papers. */
    private static final Pattern ID = Pattern.compile("(?!latest$|[0-9]{4}-[0-9]{2}-[0-9]{2}-)[A-Za-z0-9-]+");

    private Papers() {}

    static String file(String name) {
        return "papers/" + name + ".properties";
    }

    static URL resource(String name) {
        return Objects.requireNonNull(Papers.class.getResource("/" + file(name)), () -> file(name));
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** {@code My garden.properties} becomes {@code My-garden}; a name without any such letter stays, for the rules to tell. */
    static String id(String fileOrProfile) {
        String stem = fileOrProfile.replaceFirst("(?<=.)\\.[^.]*$", "");
        String id = stem.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return id.isEmpty() ? stem : id;
    }
}
