package press.parallel.enhancer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.parallel.Picture;

/**
 * Drops what stands above and below the article inside the same box: headline, names and dates above; below it comments, teasers,
 * lists that lead elsewhere, and how to reach the author.
 */
final class Edges {
    /** A paragraph of so much weight, in characters, is body text. */
    private static final double FULL = 60;

    private static final int LONGEST_BYLINE = 120;

    /** Lines between a lead and the text that may name author and date. */
    private static final int LINES_BELOW_LEAD = 5;

    /** Share of the text that stands before its comments at least. */
    private static final double BEFORE_COMMENTS = 0.4;

    /** Most characters of the lines beneath a teaser's headline, spaces left out. */
    private static final int LONGEST_TEASER = 130;

    /** What stands above readers' comments, without its count. */
    private static final Set<String> COMMENTS = Set.of("""
            comment | comments | reader comments | readers' comments | leave a comment | leave a reply | join the discussion |
            responses | kommentare | kommentar schreiben | schreibe einen kommentar | leserkommentare | commentaires | commentaire |
            laisser un commentaire | vos réactions | comentarios | deja un comentario | deja una respuesta | comentários |
            deixe um comentário | commenti | lascia un commento | reacties | geef een reactie | komentarze | dodaj komentarz |
            komentáře | kommentarer | skriv en kommentar | kommentit | комментарии | оставить комментарий | коментарі | yorumlar |
            yorum yap | σχόλια | التعليقات | تعليقات | أضف تعليقا | תגובות | הוסף תגובה | دیدگاه‌ها | نظرات | टिप्पणियाँ | टिप्पणियां |
            コメント | コメントを書く | 评论 | 网友评论 | 發表評論 | 댓글 | ความคิดเห็น | bình luận | komentar | comentarii | hozzászólások
            """.strip().split("\\s*\\|\\s*"));

    private static final int LONGEST_INVITATION = 220;

    private static final String[] PLACES = {
        "facebook",
        "twitter",
        "instagram",
        "telegram",
        "whatsapp",
        "viber",
        "youtube",
        "tiktok",
        "linkedin",
        "newsletter",
        "rss",
        "bluesky",
        "mastodon",
        "телеграм",
        "вконтакте",
        "تلغرام",
        "تيليجرام",
        "واتساب",
        "फेसबुक",
        "व्हाट्सऐप",
        "zalo",
        "微信",
        "微博"
    };

    private Edges() {}

    /** Marks in {@code keep} what is not to be kept of {@code blocks}. */
    static void trim(List<Block> blocks, boolean[] keep, Metadata about) {
        dropTop(blocks, keep, about);
        dropComments(blocks, keep);
        dropBottom(blocks, keep);
        dropTeasers(blocks, keep);
        dropLastPictures(blocks, keep);
    }

    private static int nextFull(List<Block> blocks, boolean[] keep, int from) {
        int next = from;
        while (next < keep.length && !(keep[next] && blocks.get(next).weight() >= FULL)) {
            next++;
        }
        return next;
    }

    /**
     * Above the first full paragraph: the headline repeated and what stands before it, first-rank headings, dates and names; these also below a
     * lead.
     */
    private static void dropTop(List<Block> blocks, boolean[] keep, Metadata about) {
        int first = nextFull(blocks, keep, 0);
        if (first == keep.length) {
            return;
        }
        int headline = -1;
        for (int i = 0; i < first; i++) {
            Block block = blocks.get(i);
            if (block.source().normalName().equals("h1") || same(block.text(), about.title())) {
                headline = i;
            }
        }
        for (int i = 0; i < first; i++) {
            keep[i] = keep[i] && i > headline && !byline(blocks.get(i), about);
        }
        int second = Math.min(nextFull(blocks, keep, first + 1), first + LINES_BELOW_LEAD);
        for (int i = first + 1; i < second && i < keep.length; i++) {
            keep[i] = keep[i] && !(byline(blocks.get(i), about) && isDated(blocks.get(i)));
        }
    }

    /** From the heading of the comments on, where enough of a text stands before it. */
    private static void dropComments(List<Block> blocks, boolean[] keep) {
        double all = 0;
        for (int i = 0; i < keep.length; i++) {
            all += keep[i] ? blocks.get(i).weight() : 0;
        }
        double before = 0;
        for (int i = 0; i < keep.length; i++) {
            Block block = blocks.get(i);
            if (before > BEFORE_COMMENTS * all && block.size() < 40 && COMMENTS.contains(name(block.text()))) {
                for (int rest = i; rest < keep.length; rest++) {
                    keep[rest] = false;
                }
                return;
            }
            before += keep[i] ? block.weight() : 0;
        }
    }

    /** A heading in lower case, without the number in it and what surrounds that. */
    private static String name(String heading) {
        StringBuilder name = new StringBuilder(heading.length());
        heading.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.isLetter(c) || c == ' ' || c == '\'' || c == '\u200C' || isMark(c))
                .forEach(name::appendCodePoint);
        return name.toString().strip();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Two or more headlines that lead elsewhere, each with a line beneath, and the heading over them. */
    private static void dropTeasers(List<Block> blocks, boolean[] keep) {
        int end = keep.length;
        int teasers = 0;
        int from = end;
        int lines = 0;
        for (int i = end - 1; i >= 0; i--) {
            Block block = blocks.get(i);
            if (!keep[i] || block.is(Block.Kind.PICTURE)) {
                continue;
            }
            if (block.is(Block.Kind.HEADING) && block.linkDensity() > 0.8) {
                teasers++;
                from = i;
                lines = 0;
            } else if (block.is(Block.Kind.HEADING) && teasers >= 2 && lines == 0) {
                from = i;
                break;
            } else if (block.is(Block.Kind.PARAGRAPH) && lines == 0 && block.size() <= LONGEST_TEASER) {
                lines++;
            } else {
                break;
            }
        }
        for (int i = from; teasers >= 2 && i < end; i++) {
            keep[i] = false;
        }
    }

    /** Whether it has the digits of a whole date. */
    private static boolean isDated(Block block) {
        return block.text().chars().filter(Character::isDigit).count() >= 6;
    }

    private static boolean byline(Block block, Metadata about) {
        boolean line = block.is(Block.Kind.PARAGRAPH) || block.is(Block.Kind.ITEM);
        if (!line || block.text().length() > LONGEST_BYLINE) {
            return false;
        }
        boolean year = false;
        String text = block.text();
        for (int i = 0; i + 4 <= text.length() && !year; i++) {
            year = (text.startsWith("20", i) || text.startsWith("19", i))
                    && Character.isDigit(text.charAt(i + 2))
                    && Character.isDigit(text.charAt(i + 3));
        }
        boolean author = !about.author().isEmpty()
                && text.length() < about.author().length() + 40
                && text.contains(about.author());
        return author || (year && !Words.endsSentence(text));
    }

    /** Below the last full paragraph: a list that leads elsewhere, item by item, and how to reach the author. */
    private static void dropBottom(List<Block> blocks, boolean[] keep) {
        for (int i = keep.length - 1; i >= 0; i--) {
            Block block = blocks.get(i);
            if (!keep[i] || block.is(Block.Kind.HEADING) || block.is(Block.Kind.PICTURE)) {
                continue;
            }
            boolean elsewhere = block.list() != null && block.linkDensity() > 0.25;
            boolean contact = block.text().length() < 260 && block.text().indexOf('@') >= 0 && !block.quoted();
            if (!elsewhere && !contact && !asksToFollow(block)) {
                return;
            }
            keep[i] = false;
        }
    }

    /** A line with links that names the places where the paper wants to be followed. */
    private static boolean asksToFollow(Block block) {
        if (block.linkChars() == 0 || block.text().length() > LONGEST_INVITATION || block.quoted()) {
            return false;
        }
        String line = block.text().toLowerCase(Locale.ROOT);
        for (String place : PLACES) {
            if (line.contains(place)) {
                return true;
            }
        }
        return false;
    }

    /** Pictures without words below the last text show the way to other stories. */
    private static void dropLastPictures(List<Block> blocks, boolean[] keep) {
        for (int i = keep.length - 1; i >= 0; i--) {
            @Nullable Picture picture = blocks.get(i).picture();
            if (keep[i] && (picture == null || !picture.caption().isEmpty())) {
                return;
            }
            keep[i] = false;
        }
    }

    private static boolean same(String one, String other) {
        return !other.isEmpty() && one.length() < 400 && letters(one).equals(letters(other));
    }

    /** Letters and digits alone, in lower case. */
    static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}
