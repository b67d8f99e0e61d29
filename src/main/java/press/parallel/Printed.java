package press.parallel;

import java.nio.file.Path;

/** A finished run: the paper and the folder it lies in. */
public record Printed(Edition edition, Path folder) {}
