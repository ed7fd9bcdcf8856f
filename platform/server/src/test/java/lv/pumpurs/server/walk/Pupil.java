package lv.pumpurs.server.walk;

import java.time.LocalDate;
import java.util.UUID;
import lv.pumpurs.core.personalcode.PersonalCode;

/**
 * A planted learner, with a plan, two measures and a consultation. Whatever belongs to it has a name that is found in
 * any text: see {@link Marks}.
 *
 * @param slug the tenant
 * @param key tells the learners of a tenant apart
 * @param number the same
 * @param school first or second
 * @param className class
 * @param id key; a twin has the same in both tenants
 */
record Pupil(String slug, String key, int number, int school, String className, UUID id) {

    String given() {
        return "Zvqwexg" + slug + key;
    }

    String family() {
        return "Zvqwexf" + slug + key;
    }

    String email() {
        return "zvqwexe" + slug + key + "@walk.test";
    }

    PersonalCode code() {
        return PersonalCode.neverIssued(LocalDate.of(2010, slug.equals("alfa") ? 1 : 2, 1 + number), 700 + number);
    }

    String planCode() {
        return "ZVQWEXP" + slug + key;
    }

    /** The measure of the provider who reaches this learner, if one does. */
    String subject() {
        return "Zvqwexm" + slug + key;
    }

    /** The measure of somebody else in the same plan. */
    String subjectOfOthers() {
        return "Zvqwexo" + slug + key;
    }

    String riskNote() {
        return "Zvqwexr" + slug + key;
    }

    /** What is said of a risk of a special category, and of the measure against it. */
    String restricted() {
        return "Zvqwexs" + slug + key;
    }

    /** What one of those who decided wrote to the others. */
    String verdict() {
        return "Zvqwexd" + slug + key;
    }

    /** What the class teacher noticed. */
    String noticed() {
        return "Zvqwexn" + slug + key;
    }

    String consultation() {
        return "Zvqwexc" + slug + key;
    }

    /** A consultation by somebody else. */
    String consultationOfOthers() {
        return "Zvqwexh" + slug + key;
    }

    UUID planId() {
        return Side.id(0x20, Side.base(slug) + number);
    }

    UUID consultationId() {
        return Side.id(0x21, Side.base(slug) + number);
    }

    /** Key of a monthly sheet, paid for: nothing is decided on it any more. */
    UUID sheetId() {
        return Side.id(0x26, Side.base(slug) + number);
    }

    /** What a contact with the guardians was about. */
    String contactTopic() {
        return "Zvqwext" + slug + key;
    }

    /** What came of it. */
    String contactOutcome() {
        return "Zvqwexu" + slug + key;
    }

    UUID contactId() {
        return Side.id(0x23, Side.base(slug) + number);
    }

    /** What the school wrote to whoever stands for the learner about. */
    String messageSubject() {
        return "Zvqwexb" + slug + key;
    }

    /** What stands in the scan of the application. */
    String application() {
        return "Zvqwexa" + slug + key;
    }

    UUID scanId() {
        return Side.id(0x25, Side.base(slug) + number);
    }

    UUID messageId() {
        return Side.id(0x24, Side.base(slug) + number);
    }

    UUID enrolmentId() {
        return Side.id(0x22, Side.base(slug) + number);
    }

    /** Key of the guardianship of a learner that ended long ago. */
    static UUID formerGuardianship(UUID learner) {
        return UUID.fromString(learner.toString().replace("0190f00d-0010-", "0190f00d-0006-"));
    }
}
