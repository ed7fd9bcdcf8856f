package lv.pumpurs.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Table;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import lv.pumpurs.spi.RestrictedColumn;
import lv.pumpurs.spi.RestrictedText;

/**
 * Restricted words stay closed unless one of a few named classes opens them. Whoever needs another column, reader or
 * opener names it here, and somebody else sees that.
 */
public final class RestrictedRules {

    /** Table to its columns of restricted words. */
    public static final Map<String, Set<String>> COLUMNS = new TreeMap<>(Map.of(
            "plan_risk", Set.of("note", "remark"),
            "planned_measure", Set.of("remark"),
            "plan_amendment", Set.of("proposed", "replaced"),
            "plan_approval", Set.of("remark"),
            "plan_proposal", Set.of("note"),
            "guardian_contact", Set.of("outcome"),
            "contact_addition", Set.of("words")));

    private static final String PLAN = "lv.pumpurs.core.plan.";
    private static final String CONTACTS = "lv.pumpurs.core.contact.GuardianContacts";
    private static final String PAPERS = "lv.pumpurs.core.paper.PlanPapers";

    /** Who may open, each by the right that it asks for. */
    private static final Set<String> OPENERS = Set.of(
            // the matrix of roles, and the content of a plan as the matrix lets it be seen
            PLAN + "RiskSight", PLAN + "PlanDraft$RiskDraft",
            // a document is kept whole, and is as restricted as what is in it
            PLAN + "DraftDocument",
            // between those who decide
            PLAN + "DecisionView",
            // for whoever begins a plan with it, and its own author
            PLAN + "ProposalView",
            // for whoever reaches the learner and may read contacts, and for its author while it is mended
            CONTACTS, "lv.pumpurs.core.contact.ContactDesk");

    /** Whose statements may name such a column: they ask the matrix, or make the words a closed text. */
    private static final Set<String> READERS = Set.of(PLAN + "PlanReading", PAPERS, PLAN + "SupportPlans",
            PLAN + "PlanProposals", CONTACTS,
            // the privacy contract: takes words away, and tells a family of its own risks what the matrix lets it read
            PLAN + "KeptPlans", PLAN + "KeptSteps", "lv.pumpurs.core.contact.KeptContacts");

    private RestrictedRules() {}

    /**
     * Every rule about restricted words.
     *
     * @return rules, to be checked against all of {@code lv.pumpurs} on the class path
     */
    public static List<ArchRule> all() {
        return List.of(onlyNamedClassesOpen(), columnsAreMappedByTheType(), onlyNamedClassesNameThemInStatements());
    }

    static ArchRule onlyNamedClassesOpen() {
        return ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("lv.pumpurs..")
            .and(DescribedPredicate.describe("are not named as openers",
                    type -> !OPENERS.contains(type.getName())))
            .should()
            // by a call or by a reference
            .accessTargetWhere(
                    JavaAccess.Predicates.targetOwner(JavaClass.Predicates.equivalentTo(RestrictedText.class))
                        .and(JavaAccess.Predicates.target(HasName.Predicates.name("shownTo"))))
            .because("a page that nobody thought about shows the mark and not the words");
    }

    static ArchRule columnsAreMappedByTheType() {
        return ArchRuleDefinition.fields()
            .that()
            .areAnnotatedWith(Column.class)
            .or()
            .haveRawType(RestrictedText.class)
            .should(condition(
                    "be of RestrictedText under RestrictedColumn where the column is restricted, and only there",
                    RestrictedRules::wronglyMapped))
            .because("words that come as a string are shown by whoever forgets that they are restricted");
    }

    static ArchRule onlyNamedClassesNameThemInStatements() {
        return ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("lv.pumpurs..")
            .should(new ArchCondition<JavaClass>("name no restricted column in a statement of their own") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!READERS.contains(type.getName())) {
                        named(type).forEach(column -> events.add(SimpleConditionEvent.violated(type,
                                type.getName() + " names " + column + " in a statement")));
                    }
                }
            })
            .because("a statement hands the words out as a string");
    }

    private static boolean wronglyMapped(JavaField field) {
        boolean ofType = field.getRawType().isEquivalentTo(RestrictedText.class);
        boolean restricted = field.isAnnotatedWith(Column.class) && field.getOwner().isAnnotatedWith(Table.class)
                && COLUMNS.getOrDefault(field.getOwner().getAnnotationOfType(Table.class).name(), Set.of())
                    .contains(field.getAnnotationOfType(Column.class).name());
        boolean mapped = field.isAnnotatedWith(Column.class);
        boolean converted = field.isAnnotatedWith(Convert.class)
                && field.getAnnotationOfType(Convert.class).converter() == RestrictedColumn.class;
        return mapped && (restricted != ofType || restricted != converted);
    }

    private static ArchCondition<JavaField> condition(String description,
            Predicate<JavaField> wrong) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                if (wrong.test(field)) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName()));
                }
            }
        };
    }

    /** The restricted columns in what a class reads by statements of its own; an inner class is part of its outer one. */
    private static Set<String> named(JavaClass type) {
        Set<String> found = new TreeSet<>();
        for (String text : texts(type)) {
            COLUMNS.forEach((table, columns) -> columns.stream()
                .filter(column -> text.matches("(?s).*\\b(from|join|update|into) " + table + "\\b.*")
                        && text.matches("(?s).*\\b" + column + "\\b.*"))
                .forEach(column -> found.add(table + "." + column)));
        }
        return found;
    }

    /** The strings of a class file (JVMS 4.4): statements are constants. */
    private static List<String> texts(JavaClass type) {
        List<String> texts = new ArrayList<>();
        try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream();
                DataInputStream in = new DataInputStream(file)) {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts.add(in.readUTF());
                    case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    // a number of eight bytes takes two places
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++;
                    }
                    default -> in.skipNBytes(4);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
