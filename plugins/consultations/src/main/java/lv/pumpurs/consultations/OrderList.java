package lv.pumpurs.consultations;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The orders of the schools for which the reader writes them down.
 *
 * @param orders the latest first
 * @param schools for which schools an order can be written down
 */
public record OrderList(List<Line> orders, List<School> schools) {

    /**
     * One order.
     *
     * @param id key
     * @param school name of the school
     * @param number its number
     * @param orderedOn its date
     * @param validFrom first day
     * @param validTo last day
     * @param providers names of the providers whom it names; none: all of them
     * @param plans ID codes of the plans that it names; none: all of them
     */
    public record Line(UUID id, String school, String number, LocalDate orderedOn, LocalDate validFrom,
            LocalDate validTo, List<String> providers, List<String> plans) {}

    /**
     * A school.
     *
     * @param id key
     * @param name its name
     */
    public record School(UUID id, String name) {}
}
