package press.parallel.press;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import press.parallel.Article;
import press.parallel.Copy;
import press.parallel.Images;
import press.parallel.Picture;
import press.parallel.RunSheet;
import press.parallel.Story;
import press.parallel.WantedPicture;

/**
 * Which pictures one edition is to have. A story's are settled when it is both on the run sheet and has its copy, so that none is asked
 * for in vain; each address is asked for once. There is room for {@code most}: pictures inside texts get what the leads of all stories
 * surely leave. Every method is guarded by the plan itself.
 */
final class PicturePlan {
    private final Images images;
    private final int most;
    private final Map<String, Copy> waiting = new HashMap<>();
    private final Map<String, Story> printed = new LinkedHashMap<>();
    private final Set<String> undecided = new HashSet<>();
    private final Map<String, List<WantedPicture>> wanted = new HashMap<>();
    private final Set<URI> asked = new LinkedHashSet<>();
    private boolean chosen;

    PicturePlan(Images images, int most) {
        this.images = images;
        this.most = most;
    }

    /** @return what is to be had for the copies that came before the choice */
    synchronized List<WantedPicture> chosen(RunSheet sheet) {
        if (chosen || images == Images.NONE) {
            return List.of();
        }
        chosen = true;
        sheet.stories().forEach(story -> printed.put(story.entry().key(), story));
        undecided.addAll(printed.keySet());
        List<WantedPicture> next = new ArrayList<>();
        for (String key : List.copyOf(printed.keySet())) {
            Copy copy = waiting.remove(key);
            if (copy != null) {
                next.addAll(decide(copy));
            }
        }
        waiting.clear();
        return next;
    }

    /** @return what is to be had for this copy now */
    synchronized List<WantedPicture> in(Copy copy) {
        if (images == Images.NONE) {
            return List.of();
        }
        if (!chosen) {
            waiting.put(copy.story().entry().key(), copy);
            return List.of();
        }
        return decide(copy);
    }

    private List<WantedPicture> decide(Copy copy) {
        String key = copy.story().entry().key();
        Story story = printed.get(key);
        if (story == null || !undecided.remove(key)) {
            return List.of();
        }
        List<WantedPicture> own = new ArrayList<>();
        List<WantedPicture> next = new ArrayList<>();
        Picture lead = copy.lead();
        if (lead != null && hasRoom(lead, 0)) {
            want(new WantedPicture(story, lead, true), own, next);
        }
        Article text = copy.text();
        if (images == Images.ALL && text != null) {
            for (Picture picture : text.pictures()) {
                boolean again = lead != null && SamePictures.alike(lead, picture)
                        || own.stream()
                                .anyMatch(other -> other.picture().address().equals(picture.address()));
                if (!again && hasRoom(picture, undecided.size())) {
                    want(new WantedPicture(story, picture, false), own, next);
                }
            }
        }
        wanted.put(key, own);
        return next;
    }

    private boolean hasRoom(Picture picture, int kept) {
        return asked.contains(picture.address()) || asked.size() + kept < most;
    }

    private void want(WantedPicture one, List<WantedPicture> own, List<WantedPicture> next) {
        own.add(one);
        if (asked.add(one.picture().address())) {
            next.add(one);
        }
    }

    /** The pictures of a story, the lead first; none before they are settled. */
    synchronized List<WantedPicture> of(String key) {
        return List.copyOf(wanted.getOrDefault(key, List.of()));
    }

    /** Whether everything that was asked for so far is among {@code in}. */
    synchronized boolean isAmong(Set<URI> in) {
        return in.containsAll(asked);
    }

    /** What was asked for and is not among {@code in}, one wish for each address. */
    synchronized List<WantedPicture> missing(Set<URI> in) {
        Map<URI, WantedPicture> missing = new LinkedHashMap<>();
        for (Story story : printed.values()) {
            for (WantedPicture one : wanted.getOrDefault(story.entry().key(), List.of())) {
                if (!in.contains(one.picture().address())) {
                    missing.putIfAbsent(one.picture().address(), one);
                }
            }
        }
        return List.copyOf(missing.values());
    }
}
