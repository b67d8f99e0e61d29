package press.parallel.enhancer;

import java.util.Locale;
import java.util.Set;

/** Short lines that newspapers print around their stories and that no structure tells from text, in many languages. */
final class StockLines {
    private static final int LONGEST = 160;

    private static final Set<String> WHOLE = Set.of(lines("""
            advert | advertisement | advertising | anzeige | publicité | publicidad | publicidade | pubblicità | реклама | 広告 |
            광고 | 广告 | sponsored | read more | related | share | share this | comments | story continues below |
            story continues below advertisement | article continues below | scroll to continue | continue reading |
            click to expand | loading | loading... | video | watch | subscribe | print | email | twitter | facebook
            """));

    private static final String[] STARTS = lines("""
            photo: | photo by | image: | image credit | image source | photo credit | picture: | pictured: | foto: |
            bild: | source: | copyright © | © | (c) | all rights reserved | alle rechte vorbehalten |
            tous droits réservés | todos los derechos | todos os direitos | read more: | read also | also read |
            read next | related: | see also: | more: | watch: | lesen sie auch | mehr zum thema | lire aussi |
            à lire aussi | lea también | lee también | leia também | leia mais | leggi anche | lees ook |
            читайте также | baca juga | sign up for | subscribe to | get the latest | like us on | follow us on |
            this article was originally published
            """);

    private StockLines() {}

    private static String[] lines(String list) {
        return list.strip().split("\\s*\\|\\s*");
    }

    static boolean matches(Block block) {
        if (block.is(Block.Kind.TABLE)
                || block.is(Block.Kind.LISTING)
                || block.text().length() > LONGEST) {
            return false;
        }
        String line = block.text().toLowerCase(Locale.ROOT).strip();
        if (WHOLE.contains(line)) {
            return true;
        }
        for (String start : STARTS) {
            if (line.startsWith(start)) {
                return true;
            }
        }
        return false;
    }
}
