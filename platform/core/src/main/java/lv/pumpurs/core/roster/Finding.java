package lv.pumpurs.core.roster;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong, or odd, with a row.
 *
 * @param place position of the column, {@link #ROW} for the row as a whole
 * @param kind what it is
 * @param serious whether nothing can be applied as long as it is there
 * @param otherRow number of another row that it is about; null for none
 */
public record Finding(int place, Kind kind, boolean serious, @Nullable Integer otherRow) {

    /** Stands for the row as a whole. */
    public static final int ROW = -1;

    /** What may be wrong with a row. */
    public enum Kind {
        /** Fewer cells than columns. */
        ROW_SHORT,
        /** More cells than columns. */
        ROW_LONG,
        /** A cell is empty that must not be. */
        MISSING,
        /** Longer than the register keeps. */
        TOO_LONG,
        /** A name with characters that no name has. */
        NAME_ODD,
        /** Not a personal code of either form. */
        CODE_MALFORMED,
        /** The last digit of an old code does not follow from the others. */
        CODE_CHECKSUM,
        /** Neither personal code nor day of birth. */
        CODE_OR_BIRTH_DATE,
        /** Not a date. */
        DATE_WRONG,
        /** A date that cannot be. */
        DATE_OUT,
        /** The code says another day of birth. */
        BIRTH_DATE_OF_CODE,
        /** The class does not say its grade. */
        CLASS_WRONG,
        /** There is no such grade. */
        GRADE_WRONG,
        /** OneRoster: enrolled in no class of this school. */
        NO_CLASS,
        /** OneRoster: enrolled in several classes, and none of them is the home room. */
        SEVERAL_CLASSES,
        /** The same learner in an earlier row. */
        TWICE,
        /** Several learners fit. */
        AMBIGUOUS,
        /** A learner of this name is there, and nothing else to tell them by. */
        NAME_ONLY,
        /** A learner of this name and day of birth is there, with another personal code. */
        OTHER_CODE,
        /** The personal code is known with another name. */
        NAME_DIFFERS,
        /** The personal code is known with another day of birth. */
        BIRTH_DATE_DIFFERS,
        /** The learner is at another school of the municipality. */
        ELSEWHERE,
        /** The learner is in a later school year already. */
        LATER_YEAR,
        /** The class begins before the one the learner is in. */
        TOO_EARLY,
        /** The grade is lower than before. */
        GRADE_LOWER,
        /** A guardian without a given or a family name. */
        GUARDIAN_NAME,
        /** Not an e-mail address. */
        EMAIL_WRONG,
        /** Not a telephone number. */
        PHONE_WRONG,
        /** The same guardian twice in a row. */
        GUARDIAN_TWICE,
        /** Somebody who stands for no child by law. */
        GUARDIAN_RELATION,
        /** OneRoster: nobody in the file has the key of this guardian. */
        GUARDIAN_UNKNOWN,
        /** OneRoster: more guardians than are taken. */
        GUARDIANS_MORE,
        /** Nobody stands for an adult. */
        GUARDIAN_ADULT,
        /** The register, or an earlier row, says something else of the guardian, and is left as it is. */
        GUARDIAN_DIFFERS,
        /** The person stood for the learner until somebody ended it. */
        GUARDIAN_ENDED,
        /** The e-mail address is of somebody with another name. */
        GUARDIAN_OTHER,
        /** A guardian of this name stands for the learner, and it may be somebody else. */
        GUARDIAN_AMBIGUOUS,
        /** The key of the school's system is of somebody of whom nothing that is said is true: it may have been given anew. */
        GUARDIAN_KEY,
        /** Nobody becomes a guardian by the own import. */
        GUARDIAN_SELF,
        /** Whoever it is can sign in already, and will see the learner at once. */
        GUARDIAN_SIGNS_IN
    }

    static Finding serious(int place, Kind kind) {
        return new Finding(place, kind, true, null);
    }

    static Finding odd(int place, Kind kind) {
        return new Finding(place, kind, false, null);
    }
}
