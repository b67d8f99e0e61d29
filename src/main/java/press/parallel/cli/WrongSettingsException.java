package press.parallel.cli;

import java.util.List;

/** Settings or routes that the press cannot work with: told line by line, exit status 2. Quiet: the lines say it all. */
public final class WrongSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    /** @param problems one line each: what, where, expected, found */
    public WrongSettingsException(List<String> problems) {
        super(String.join("\n", problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
