package press.parallel.enhancer;

/** Why a page that was served has not the story's text. */
enum Obstacle {
    /** A teaser, the rest for subscribers. */
    PAYWALL("page is for subscribers", false),
    /** Readers have to say who they are. */
    LOGIN("page wants its readers to log in", false),
    /** Cookies first. */
    CONSENT("page asks for consent to cookies before it shows its text", true),
    /** Nothing without scripts. */
    SCRIPT("page shows its text by JavaScript only", true),
    /** A robot is suspected, and rightly. */
    CHALLENGE("page wants to know whether a human reads it", false),
    /** Served as if it were fine. */
    NOT_FOUND("page says that it does not exist", false),
    /** The story's address leads to the front of the site. */
    FRONT_PAGE("its address leads to the front page of the site", false),
    /** To be watched. */
    VIDEO("page is a video", true);

    private final String sentence;
    private final boolean passable;

    Obstacle(String sentence, boolean passable) {
        this.sentence = sentence;
        this.passable = passable;
    }

    /** In words, to follow on the story's address and a colon. */
    String sentence() {
        return sentence;
    }

    /** Whether it is fair to look for the text at another address of the same story. A wall is not gone round. */
    boolean passable() {
        return passable;
    }
}
