package lv.pumpurs.consultations;

/**
 * A timesheet on paper.
 *
 * @param timesheet the timesheet
 */
public record TimesheetPaper(TimesheetView timesheet) {}
