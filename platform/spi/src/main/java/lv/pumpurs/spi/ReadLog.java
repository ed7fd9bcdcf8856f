package lv.pumpurs.spi;

import java.util.Collection;
import java.util.UUID;

/**
 * Where a page about people writes down that it is shown. Injectable; a resource method calls one of the methods
 * once, in the transaction in which it reads: without the record there is no page. Who reads, in which roles, by which
 * permission and for what {@link Purpose} is known already and cannot be given here.
 *
 * <p>A page of a tenant that records nothing is refused, unless its method is {@link Impersonal}.
 */
public interface ReadLog {

    /**
     * A page about one learner.
     *
     * @param learnerId the learner
     */
    void opened(UUID learnerId);

    /**
     * A page that shows two learners side by side.
     *
     * @param one a learner
     * @param other the other
     */
    void opened(UUID one, UUID other);

    /**
     * A page that shows of a learner what few may see, and only for a reason.
     *
     * @param learnerId the learner
     * @param reason why, in the reader's own words: at least ten characters
     */
    void opened(UUID learnerId, String reason);

    /**
     * A page with many people.
     *
     * @param rows how many people or records about them it shows
     * @param narrowedBy by what it was narrowed, never to what: the words of a search are a child's name
     */
    void listed(int rows, Collection<Narrowing> narrowedBy);

    /**
     * A page with many people, one of whom lies open beside the list.
     *
     * @param rows how many people or records about them it shows
     * @param narrowedBy by what it was narrowed
     * @param opened the learner
     */
    void listed(int rows, Collection<Narrowing> narrowedBy, UUID opened);

    /**
     * A page that could have shown people and this time shows none: it leaves no record. For one whose reader narrowed
     * it until nobody was left, say {@link #listed} with no rows: that too tells something about people.
     */
    void showedNobody();

    /** What a list can be narrowed by. */
    enum Narrowing {
        /** Words that were typed. */
        SEARCH,
        /** A school. */
        SCHOOL,
        /** A class. */
        SCHOOL_CLASS,
        /** A grade. */
        GRADE,
        /** A day, a semester, or days from and to. */
        PERIOD,
        /** A person. */
        PERSON,
        /** A kind of record. */
        KIND,
        /** A state, or what was done. */
        STATE,
        /** Something that only one plugin knows. */
        OTHER
    }
}
