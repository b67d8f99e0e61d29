package press.parallel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What the editor did with an entry. Its words stand in the newsroom, in {@code report.json} and in the paper. */
public enum Verdict {
    /** It is a story of the edition. */
    PRINTED("printed"),
    /** It tells a story that another entry leads. */
    MERGED("merged"),
    /** It was a story of an earlier edition and has not grown since. */
    PRINTED_BEFORE("printed before"),
    /** Better stories of its section filled the section. */
    OVER_THE_SIZE("over the size"),
    /** Better stories of its domain filled the domain's share of the section. */
    OVER_THE_SHARE("over the source's share"),
    /** It scored less than its section's {@code min-score}. */
    BELOW_THE_FLOOR("below the floor"),
    /** Policies took more from it than it had. */
    BURIED("buried"),
    /** It lay outside the freshness window. */
    TOO_OLD("too old"),
    /** The paper has no sections. */
    NO_SECTION("no section");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** In plain words. */
    @JsonValue
    public String words() {
        return words;
    }

    /** @throws IllegalArgumentException when no verdict has these words */
    @JsonCreator
    public static Verdict of(String words) {
        for (Verdict verdict : values()) {
            if (verdict.words.equals(words)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("expected the words of a verdict, but found '" + words + "'");
    }
}
