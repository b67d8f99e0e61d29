package press.parallel;

/**
 * What the editor decided about one fresh entry, for the glass box.
 *
 * @param key the entry's key
 * @param section id of the section it was weighed for, "" when none wanted it
 * @param score what it got
 * @param verdict one of {@code printed}, {@code merged}, {@code below the floor}, {@code over the size}, {@code too old},
 *     {@code no section}
 * @param rank place in its section from 1 when printed, else 0
 * @param detail for a merged one the key of the story it went into, else ""
 */
public record Decision(String key, String section, long score, String verdict, int rank, String detail) {}
