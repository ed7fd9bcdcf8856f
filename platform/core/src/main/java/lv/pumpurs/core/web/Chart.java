package lv.pumpurs.core.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A picture of numbers that also stand in a table beside it: bars, at most five series. The script reads the data from
 * a block in the page; there is no inline script.
 *
 * @param id unique in the page
 * @param title what it shows
 * @param description the same in a sentence, for who cannot see it
 * @param labels one for each bar, or group of bars
 * @param series the numbers
 * @param horizontal true for long labels
 */
public record Chart(String id, String title, String description, List<String> labels, List<Series> series,
        boolean horizontal) {

    /**
     * One colour and pattern.
     *
     * @param name its name
     * @param values one for each label
     */
    public record Series(String name, List<? extends Number> values) {}

    /** At most five series can be told apart. */
    public Chart {
        if (series.size() > 5) {
            throw new IllegalArgumentException("at most five series");
        }
    }

    /**
     * The data block.
     *
     * @return JSON that cannot end the script element around it
     */
    public String json() {
        String all = series.stream()
            .map(one -> "{\"name\":" + quoted(one.name()) + ",\"values\":" + numbers(one.values()) + "}")
            .collect(Collectors.joining(",", "[", "]"));
        return "{\"labels\":" + labels.stream().map(Chart::quoted).collect(Collectors.joining(",", "[", "]"))
                + ",\"horizontal\":" + horizontal + ",\"series\":" + all + "}";
    }

    private static String numbers(List<? extends Number> values) {
        return values.stream()
            .map(number -> new BigDecimal(number.toString()).toPlainString())
            .collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' || c == '\u2028'
                    || c == '\u2029') {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
