package lv.pumpurs.core.roster;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which column holds what, as somebody chose it.
 *
 * @param givenName position of the column, from 0; null for none
 * @param familyName the same
 * @param personalCode the same
 * @param birthDate the same
 * @param className the same
 * @param grade the same
 * @param vocationalYear the same
 * @param from the same
 * @param byName whether a name may do where no day of birth is known
 */
public record MapColumns(@Nullable Integer givenName, @Nullable Integer familyName, @Nullable Integer personalCode,
        @Nullable Integer birthDate, @Nullable Integer className, @Nullable Integer grade,
        @Nullable Integer vocationalYear, @Nullable Integer from, boolean byName) {

    /** The name of a field's component, for the form. */
    static String component(RosterField field) {
        return switch (field) {
            case GIVEN_NAME -> "givenName";
            case FAMILY_NAME -> "familyName";
            case PERSONAL_CODE -> "personalCode";
            case BIRTH_DATE -> "birthDate";
            case CLASS_NAME -> "className";
            case GRADE -> "grade";
            case VOCATIONAL_YEAR -> "vocationalYear";
            case FROM -> "from";
        };
    }

    Mapping mapping() {
        Map<RosterField, Integer> places = new EnumMap<>(RosterField.class);
        for (RosterField field : RosterField.values()) {
            Integer place = switch (field) {
                case GIVEN_NAME -> givenName;
                case FAMILY_NAME -> familyName;
                case PERSONAL_CODE -> personalCode;
                case BIRTH_DATE -> birthDate;
                case CLASS_NAME -> className;
                case GRADE -> grade;
                case VOCATIONAL_YEAR -> vocationalYear;
                case FROM -> from;
            };
            if (place != null) {
                places.put(field, place);
            }
        }
        return new Mapping(places);
    }
}
