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
 * @param guardian1Source the same
 * @param guardian1Name the same
 * @param guardian1GivenName the same
 * @param guardian1FamilyName the same
 * @param guardian1Email the same
 * @param guardian1Phone the same
 * @param guardian1Relation the same
 * @param guardian2Source the same
 * @param guardian2Name the same
 * @param guardian2GivenName the same
 * @param guardian2FamilyName the same
 * @param guardian2Email the same
 * @param guardian2Phone the same
 * @param guardian2Relation the same
 * @param byName whether a name may do where no day of birth is known
 */
public record MapColumns(@Nullable Integer givenName, @Nullable Integer familyName, @Nullable Integer personalCode,
        @Nullable Integer birthDate, @Nullable Integer className, @Nullable Integer grade,
        @Nullable Integer vocationalYear, @Nullable Integer from, @Nullable Integer guardian1Source,
        @Nullable Integer guardian1Name, @Nullable Integer guardian1GivenName, @Nullable Integer guardian1FamilyName,
        @Nullable Integer guardian1Email, @Nullable Integer guardian1Phone, @Nullable Integer guardian1Relation,
        @Nullable Integer guardian2Source, @Nullable Integer guardian2Name, @Nullable Integer guardian2GivenName,
        @Nullable Integer guardian2FamilyName, @Nullable Integer guardian2Email, @Nullable Integer guardian2Phone,
        @Nullable Integer guardian2Relation, boolean byName) {

    Mapping mapping() {
        Map<RosterField, Integer> places = new EnumMap<>(RosterField.class);
        for (RosterField field : RosterField.values()) {
            Integer place = place(field);
            if (place != null) {
                places.put(field, place);
            }
        }
        return new Mapping(places);
    }

    private @Nullable Integer place(RosterField field) {
        return switch (field) {
            case GIVEN_NAME -> givenName;
            case FAMILY_NAME -> familyName;
            case PERSONAL_CODE -> personalCode;
            case BIRTH_DATE -> birthDate;
            case CLASS_NAME -> className;
            case GRADE -> grade;
            case VOCATIONAL_YEAR -> vocationalYear;
            case FROM -> from;
            case GUARDIAN1_SOURCE -> guardian1Source;
            case GUARDIAN1_NAME -> guardian1Name;
            case GUARDIAN1_GIVEN_NAME -> guardian1GivenName;
            case GUARDIAN1_FAMILY_NAME -> guardian1FamilyName;
            case GUARDIAN1_EMAIL -> guardian1Email;
            case GUARDIAN1_PHONE -> guardian1Phone;
            case GUARDIAN1_RELATION -> guardian1Relation;
            case GUARDIAN2_SOURCE -> guardian2Source;
            case GUARDIAN2_NAME -> guardian2Name;
            case GUARDIAN2_GIVEN_NAME -> guardian2GivenName;
            case GUARDIAN2_FAMILY_NAME -> guardian2FamilyName;
            case GUARDIAN2_EMAIL -> guardian2Email;
            case GUARDIAN2_PHONE -> guardian2Phone;
            case GUARDIAN2_RELATION -> guardian2Relation;
        };
    }
}
