package press.parallel.newsstand;

import java.util.Random;

/** Turns words into numbers, so that the same day prints the same stories. */
final class Seed {
    private Seed() {}

    /** A 64-bit hash of the parts and their order: FNV-1a, finished as in SplitMix64 so that near words lie far apart. */
    static long of(Object... parts) {
        long hash = 0xcbf29ce484222325L;
        for (Object part : parts) {
            String text = String.valueOf(part);
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ 0x1f) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }

    /** A number from 0 to below 1. */
    static double share(Object... parts) {
        return (of(parts) >>> 11) * 0x1.0p-53;
    }

    /** Chances that fall the same way every time. */
    static Random random(Object... parts) {
        return new Random(of(parts));
    }
}
