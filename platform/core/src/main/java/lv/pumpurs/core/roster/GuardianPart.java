package lv.pumpurs.core.roster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a column may say of a guardian, and how the names of such columns end. */
public enum GuardianPart {
    /** Key in the system that the file comes from. */
    SOURCE("id", "identifikators", "sourcedid"),
    /** Given and family name in one. */
    NAME("", "vards uzvards", "vards, uzvards", "vards un uzvards", "name", "full name"),
    /** Given name. */
    GIVEN_NAME("vards", "vardi", "given name", "givenname", "first name", "firstname"),
    /** Family name. */
    FAMILY_NAME("uzvards", "family name", "familyname", "last name", "lastname", "surname"),
    /** E-mail address. */
    EMAIL("e-pasts", "epasts", "e-pasta adrese", "e-mail", "email", "mail", "e-mail address", "email address"),
    /** Telephone. */
    PHONE("talrunis", "talruna numurs", "talruna nr.", "talr.", "mobilais talrunis", "mob. talrunis", "phone",
            "phone number", "telephone", "mobile", "mobile phone"),
    /** As what the person stands for the learner. */
    RELATION("saistiba", "radnieciba", "statuss", "relation", "relationship", "role");

    /** Whose column it is, in small letters without diacritics: {@code 2. vecaka}, {@code tevs}, {@code guardian 1}. */
    private static final Pattern HEAD = Pattern.compile("(?:(?<before>[12])\\.? ?)?"
            + "(?:(?<mother>mates?|mother(?:'?s)?)|(?<father>tev[sa]|father(?:'?s)?)"
            + "|(?:likumisk[a-z]* )?(?:parstav[a-z]*|vecak[a-z]*|aizbildn[a-z]*)|guardian(?:'?s)?|parent(?:'?s)?)"
            + " ?(?:(?<after>[12])\\.?)?(?: ?- ?| ?\\(| )?(?<what>[a-z][a-z ,.-]*|)\\)?");

    /** In small letters without diacritics, a bar on each side. */
    private final String names;

    GuardianPart(String... names) {
        this.names = "|" + String.join("|", names) + "|";
    }

    /** Whether a column of this folded name says this of the first or second guardian; the father is the second. */
    boolean isNamed(String folded, int nth) {
        Matcher head = HEAD.matcher(folded);
        if (!head.matches() || !names.contains("|" + head.group("what").strip() + "|")) {
            return false;
        }
        String said = head.group("before") == null ? head.group("after") : head.group("before");
        int of = said != null ? Integer.parseInt(said) : head.group("father") == null ? 1 : 2;
        return of == nth;
    }
}
