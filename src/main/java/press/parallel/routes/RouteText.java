package press.parallel.routes;

/**
 * One route file as it was read.
 *
 * @param name file name, such as {@code fetcher.camel.yaml}; what tells one file from another
 * @param label how people are told about it, such as {@code routes/fetcher.camel.yaml}
 * @param text whole content
 * @param modified milliseconds since 1970, 0 when packaged
 */
record RouteText(String name, String label, String text, long modified) {

    /** Where Camel says that its nodes come from. Ends in {@code .yaml}, by which Camel picks the loader. */
    String location() {
        return label.contains(":") ? label : "file:" + label;
    }
}
