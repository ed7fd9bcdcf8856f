package lv.pumpurs.praise;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.PluginSettings.Values;
import lv.pumpurs.spi.Refused;

/** Uzslava: what a learner did well on a day, in a teacher's words. The table name has no schema: that is the tenant's. */
@Entity
@Table(name = "praise")
public class Praise {

    @Id
    private UUID id;

    @Column(name = "learner_id")
    private UUID learnerId;

    @Column(name = "given_by")
    private UUID givenBy;

    @Column(name = "given_on")
    private LocalDate givenOn;

    private String words;

    @Column(name = "shown_to_family")
    private boolean shownToFamily;

    @Version
    private int version;

    /** For JPA. */
    protected Praise() {}

    private Praise(UUID learnerId, UUID givenBy, LocalDate givenOn, String words, boolean shownToFamily) {
        // made in Java: a sequence would be shared between tenants
        this.id = Ids.next();
        this.learnerId = learnerId;
        this.givenBy = givenBy;
        this.givenOn = givenOn;
        this.words = words;
        this.shownToFamily = shownToFamily;
    }

    /**
     * A praise in words.
     *
     * @param learnerId who is praised
     * @param givenBy who praises
     * @param today the day in Riga
     * @param words 1 to 500 characters
     * @param school what the learner's school is set to
     * @return the praise; whether the family sees it is settled now, so that no list has to ask each school
     * @throws Refused if it is longer than the school allows
     */
    static Praise given(UUID learnerId, UUID givenBy, LocalDate today, String words, Values school) {
        int longest = school.number("longest");
        if (words.length() > longest) {
            // at its field: the form comes back with what was typed and this sentence
            throw new Refused(PraiseProblem.TOO_LONG, Map.of("words", "problem.praise-too-long.detail"), longest);
        }
        return new Praise(learnerId, givenBy, today, words, school.flag("family"));
    }

    String words() {
        return words;
    }

    boolean isShownToFamily() {
        return shownToFamily;
    }
}
