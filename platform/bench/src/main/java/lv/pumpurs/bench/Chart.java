package lv.pumpurs.bench;

import java.util.List;
import java.util.Locale;

/** Horizontal bars as an SVG, readable on a light and a dark page. */
final class Chart {

    /**
     * A bar of one or two parts.
     *
     * @param label what it is about
     * @param parts lengths, one after the other
     */
    record Bar(String label, List<Double> parts) {
        double length() {
            return parts.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /**
     * A group of bars with one scale.
     *
     * @param title what is measured
     * @param target a line to stay below or above
     * @param bars from top to bottom
     */
    record Panel(String title, double target, List<Bar> bars) {}

    private static final int LABEL = 330;
    private static final int WIDTH = 520;
    private static final int ROW = 18;
    private static final String[] COLOURS = {"#2f7d4f", "#8fb8de"};

    private Chart() {}

    static String svg(List<Panel> panels) {
        StringBuilder body = new StringBuilder();
        int y = 10;
        for (Panel panel : panels) {
            y = panel(panel, y, body);
        }
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" font-family="sans-serif" font-size="12" fill="#222">
                <rect width="%1$d" height="%2$d" fill="#fff"/>
                %3$s</svg>
                """, LABEL + WIDTH + 80, y, body);
    }

    private static int panel(Panel panel, int top, StringBuilder body) {
        double longest = Math.max(panel.target(), panel.bars().stream().mapToDouble(Bar::length).max().orElse(1));
        double scale = WIDTH / longest;
        body.append(String.format(Locale.ROOT, "<text x=\"10\" y=\"%d\" font-weight=\"bold\">%s</text>%n", top + 14,
                escaped(panel.title())));
        int y = top + 24;
        for (Bar bar : panel.bars()) {
            body.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n", LABEL - 8,
                    y + 13,
                    escaped(bar.label())));
            double x = LABEL;
            for (int i = 0; i < bar.parts().size(); i++) {
                double width = bar.parts().get(i) * scale;
                body.append(
                        String.format(Locale.ROOT,
                                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n", x, y + 2,
                                width,
                                ROW - 4, COLOURS[i % COLOURS.length]));
                x += width;
            }
            body.append(
                    String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%d\">%.2f</text>%n", x + 5, y + 13, bar.length()));
            y += ROW;
        }
        double line = LABEL + panel.target() * scale;
        body.append(String.format(Locale.ROOT,
                "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"#c0392b\" stroke-dasharray=\"4 3\"/>%n",
                line, top + 22, y));
        return y + 16;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
