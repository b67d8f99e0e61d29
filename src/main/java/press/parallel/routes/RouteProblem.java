package press.parallel.routes;

/**
 * What is wrong with a route file, for the one who edits it.
 *
 * @param label file, such as {@code routes/fetcher.camel.yaml}
 * @param line counted from 1; 0 when the file as a whole is meant
 * @param sentence what was expected and what was found
 */
record RouteProblem(String label, int line, String sentence) {

    /** A sentence of the usual form; line breaks inside, as Camel likes them, become spaces. */
    static RouteProblem expected(String label, int line, String expected, String found) {
        String sentence = "expected " + expected + ", but found " + found;
        return new RouteProblem(label, line, sentence.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    @Override
    public String toString() {
        return line > 0 ? label + ":" + line + ": " + sentence : label + ": " + sentence;
    }
}
