package press.parallel.cli;

/** How a run's progress is shown on standard error. */
enum ProgressMode {
    /** Live on a terminal, plain lines elsewhere. */
    AUTO,
    /** A line now and then. */
    PLAIN,
    NONE
}
