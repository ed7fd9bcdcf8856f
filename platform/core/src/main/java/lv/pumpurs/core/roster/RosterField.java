package lv.pumpurs.core.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lv.pumpurs.core.learner.FoldedName;
import org.jspecify.annotations.Nullable;

/** What a column of a roster may hold, and by which names such columns go in Latvian and in English. */
public enum RosterField {
    /** Given name. */
    GIVEN_NAME("vards", "vardi", "given name", "givenname", "first name", "firstname"),
    /** Family name. */
    FAMILY_NAME("uzvards", "family name", "familyname", "last name", "lastname", "surname"),
    /** Personal code. */
    PERSONAL_CODE("personas kods", "personaskods", "pk", "p.k.", "personal code", "personalcode"),
    /** Day of birth. */
    BIRTH_DATE("dzimsanas datums", "dzimsanas diena", "dzimis", "birth date", "birthdate", "date of birth"),
    /** Class or group. */
    CLASS_NAME("klase", "klase/grupa", "grupa", "class", "class name", "group"),
    /** Grade, where the name of the class does not begin with it. */
    GRADE("klases numurs", "klasu grupa", "grade"),
    /** Year of vocational education. */
    VOCATIONAL_YEAR("kurss", "course year", "vocational year"),
    /** First day in the class. */
    FROM("no", "uznemts", "uznemsanas datums", "from", "start date", "enrolled on"),
    /** Key of the first guardian in the system that the file comes from. */
    GUARDIAN1_SOURCE(1, GuardianPart.SOURCE),
    /** Given and family name of the first guardian in one. */
    GUARDIAN1_NAME(1, GuardianPart.NAME),
    /** Given name of the first guardian. */
    GUARDIAN1_GIVEN_NAME(1, GuardianPart.GIVEN_NAME),
    /** Family name of the first guardian. */
    GUARDIAN1_FAMILY_NAME(1, GuardianPart.FAMILY_NAME),
    /** E-mail address of the first guardian. */
    GUARDIAN1_EMAIL(1, GuardianPart.EMAIL),
    /** Telephone of the first guardian. */
    GUARDIAN1_PHONE(1, GuardianPart.PHONE),
    /** As what the first guardian stands for the learner. */
    GUARDIAN1_RELATION(1, GuardianPart.RELATION),
    /** Key of the second guardian in the system that the file comes from. */
    GUARDIAN2_SOURCE(2, GuardianPart.SOURCE),
    /** Given and family name of the second guardian in one. */
    GUARDIAN2_NAME(2, GuardianPart.NAME),
    /** Given name of the second guardian. */
    GUARDIAN2_GIVEN_NAME(2, GuardianPart.GIVEN_NAME),
    /** Family name of the second guardian. */
    GUARDIAN2_FAMILY_NAME(2, GuardianPart.FAMILY_NAME),
    /** E-mail address of the second guardian. */
    GUARDIAN2_EMAIL(2, GuardianPart.EMAIL),
    /** Telephone of the second guardian. */
    GUARDIAN2_PHONE(2, GuardianPart.PHONE),
    /** As what the second guardian stands for the learner. */
    GUARDIAN2_RELATION(2, GuardianPart.RELATION);

    /** In small letters without diacritics, a bar on each side. */
    private final String names;
    private final int nth;
    private final @Nullable GuardianPart part;

    RosterField(String... names) {
        this.names = "|" + String.join("|", names) + "|";
        this.nth = 0;
        this.part = null;
    }

    RosterField(int nth, GuardianPart part) {
        this.names = "";
        this.nth = nth;
        this.part = part;
    }

    static RosterField of(int nth, GuardianPart part) {
        return valueOf("GUARDIAN" + nth + "_" + part);
    }

    /**
     * What may be said of a learner.
     *
     * @return without the fields of guardians
     */
    public static List<RosterField> ofLearners() {
        return ofGuardian(0);
    }

    /**
     * What may be said of a guardian.
     *
     * @param nth 1 or 2
     * @return the fields of that one
     */
    public static List<RosterField> ofGuardian(int nth) {
        return Arrays.stream(values()).filter(field -> field.nth == nth).toList();
    }

    /**
     * Whether a column of this name probably holds this.
     *
     * @param column as it stands in the file
     * @return true if so
     */
    boolean isNamed(String column) {
        String folded = FoldedName.fold(column.replace('_', ' ').replace('|', ' ').replace(":", ""));
        GuardianPart ofGuardian = part;
        return ofGuardian == null ? names.contains("|" + folded + "|") : ofGuardian.isNamed(folded, nth);
    }

    /** Whether it tells of a guardian. */
    boolean isOfGuardian() {
        return part != null;
    }

    /** Its component in {@link MapColumns}, for the form: {@code CLASS_NAME} is {@code className}. */
    String component() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder component = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            component.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return component.toString();
    }

    /**
     * The key of its name.
     *
     * @return in the messages of this feature
     */
    public String key() {
        return part == null ? "roster.field." + name() : "roster.guardian-field." + part;
    }
}
