package lv.pumpurs.core.roster;

import java.util.List;
import lv.pumpurs.core.roster.RosterImport.SchoolChoice;

/**
 * Where a roster is sent in, and what was sent in before.
 *
 * @param schools for which the reader may import
 * @param years school years that can be chosen, the usual one first
 * @param imports the latest ones
 * @param megabytes the largest file
 * @param rows the most rows
 */
public record RosterView(List<SchoolChoice> schools, List<String> years, List<RosterImport> imports, long megabytes,
        int rows) {}
