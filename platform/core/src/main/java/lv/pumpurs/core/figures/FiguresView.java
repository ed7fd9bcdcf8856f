package lv.pumpurs.core.figures;

import java.util.List;
import lv.pumpurs.core.figures.FigureLine.KindName;

/**
 * Every published figure of the tenant, with what the rows say and the difference.
 *
 * @param figures by code
 * @param kinds names of the kinds of measures that figures may speak of
 */
public record FiguresView(List<FigureLine> figures, List<KindName> kinds) {}
