package lv.pumpurs.core.roster;

import lv.pumpurs.core.learner.FoldedName;

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
    FROM("no", "uznemts", "uznemsanas datums", "from", "start date", "enrolled on");

    /** In small letters without diacritics, a bar on each side. */
    private final String names;

    RosterField(String... names) {
        this.names = "|" + String.join("|", names) + "|";
    }

    /**
     * Whether a column of this name probably holds this.
     *
     * @param column as it stands in the file
     * @return true if so
     */
    boolean isNamed(String column) {
        String folded = FoldedName.fold(column.replace('_', ' ').replace('|', ' ').replace(":", ""));
        return names.contains("|" + folded + "|");
    }

    /**
     * The key of its name.
     *
     * @return in the messages of this feature
     */
    public String key() {
        return "roster.field." + name();
    }
}
