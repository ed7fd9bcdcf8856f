package lv.pumpurs.core.family;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.core.message.MessageLine;
import lv.pumpurs.core.web.Headed;
import lv.pumpurs.core.web.RequestPage;
import lv.pumpurs.spi.Page;
import org.jspecify.annotations.Nullable;

/**
 * The page of a parent or of an adult learner.
 *
 * @param name the person's name
 * @param self whether the person is the learner
 * @param children the learners for whom the person stands today, by name
 * @param messages what was written to the person about them, newest first
 */
public record FamilyView(String name, boolean self, List<Child> children, List<MessageLine> messages)
        implements
            Headed {

    /**
     * A learner.
     *
     * @param id key
     * @param name given and family name
     * @param place school and class, the latest there are
     * @param plans plans that are not over, the latest first
     * @param people who to talk to
     */
    public record Child(UUID id, String name, Place place, List<OpenPlan> plans, List<Contact> people) {}

    /**
     * What was written to the person about one of the learners.
     *
     * @param child the learner
     * @return newest first
     */
    public List<MessageLine> messages(Child child) {
        return messages.stream().filter(one -> one.learnerId().equals(child.id())).toList();
    }

    /**
     * Where a learner is taught, or was last.
     *
     * @param schoolName name of the school
     * @param className class or group
     * @param schoolYear code
     */
    public record Place(String schoolName, String className, String schoolYear) {}

    /**
     * Somebody to talk to.
     *
     * @param name given and family name
     * @param role code of the role
     */
    public record Contact(String name, String role) {}

    /**
     * A plan that is not over.
     *
     * @param id key
     * @param code plan code
     * @param semester code of the semester
     * @param authorName who wrote it
     * @param state state code
     * @param from first day of support; null before the last approval
     * @param to last day of support
     * @param result what became of the risks, once evaluated
     * @param support what was agreed; empty until then
     */
    public record OpenPlan(UUID id, String code, String semester, String authorName, String state,
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String result, List<Support> support) {

        private static final Set<String> NOT_AGREED = Set.of("DRAFT", "IN_APPROVAL");

        /**
         * A plan on its way tells the family that it is, and no more: what it says can still change, and that the school
         * sent it back to its author is the school's own affair.
         */
        public OpenPlan {
            state = state.equals("RETURNED") ? "DRAFT" : state;
            support = NOT_AGREED.contains(state) ? List.of() : List.copyOf(support);
        }

        /**
         * How the plan stands, in plain words.
         *
         * @param page the reader's texts
         * @return a sentence
         */
        public String words(RequestPage page) {
            String own = "family.state." + state;
            return page.has(own)
                    ? page.t(own, page.date(from), page.date(to),
                            result == null ? "" : page.t("plan.result." + result))
                    : page.t("plan.state." + state);
        }
    }

    /**
     * A measure that was agreed.
     *
     * @param nameLv name in Latvian
     * @param nameEn name in English
     * @param subject school subject
     * @param providerName who gives it, if somebody does
     * @param planned how much was planned
     * @param delivered how much was delivered
     * @param unit what the quantities count
     */
    public record Support(String nameLv, String nameEn, @Nullable String subject, @Nullable String providerName,
            BigDecimal planned, BigDecimal delivered, String unit) {}

    @Override
    public String title(Page page) {
        return page.t(self ? "family.title.self" : "family.title");
    }
}
