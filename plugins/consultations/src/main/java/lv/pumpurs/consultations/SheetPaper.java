package lv.pumpurs.consultations;

/**
 * A monthly sheet on paper.
 *
 * @param sheet the sheet
 */
public record SheetPaper(SheetView sheet) {}
