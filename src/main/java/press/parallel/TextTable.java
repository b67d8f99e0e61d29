package press.parallel;

import java.util.List;

/** Lays rows out in columns for people: numbers to the right, words to the left, two blanks between. */
public final class TextTable {
    private TextTable() {}

    /** @param rows of equal length; the first holds the headings. A column that has a number stands to the right, whatever else is in it */
    public static String of(List<List<Object>> rows) {
        StringBuilder text = new StringBuilder();
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        boolean[] numbers = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            for (List<Object> row : rows) {
                widths[column] =
                        Math.max(widths[column], row.get(column).toString().length());
                numbers[column] |= row.get(column) instanceof Number;
            }
        }
        for (List<Object> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String cell = row.get(column).toString();
                String blanks = " ".repeat(widths[column] - cell.length());
                line.append(numbers[column] ? blanks + cell : cell + blanks).append("  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
