package press.parallel;

import java.util.List;

/**
 * The editor's choice: the stories to print, in print order, and what was decided about every fresh entry.
 *
 * @param stories by section in the order of the settings, then by rank
 * @param decisions one for each entry that was weighed
 * @param scanned entries that lay before the editor
 * @param fresh entries inside the freshness window
 */
public record RunSheet(List<Story> stories, List<Decision> decisions, int scanned, int fresh) {
    public RunSheet {
        stories = List.copyOf(stories);
        decisions = List.copyOf(decisions);
    }
}
