package lv.pumpurs.core.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import lv.pumpurs.core.learner.Relation;
import lv.pumpurs.core.roster.Finding.Kind;
import lv.pumpurs.core.roster.GuardianDecision.Act;
import lv.pumpurs.core.roster.GuardianDecision.Case;
import lv.pumpurs.core.roster.GuardianDecision.Custody;
import lv.pumpurs.core.roster.GuardianDecision.Hint;
import lv.pumpurs.core.roster.GuardianMatch.Candidates;
import lv.pumpurs.core.roster.KnownGuardian.Standing;
import lv.pumpurs.core.roster.SaidGuardian.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is meant by a guardian in a row, and what becomes of the person. */
class GuardianMatchTest {

    private static final Role PARENT = new Role(Relation.PARENT, true);
    private static final Standing IMPORTED = new Standing(null, true, false, null);
    private static final UUID NEW = new UUID(9, 9);
    private static final SaidGuardian SAID = said("k", "Ilze", "Ozola", "ilze@pasts.test", "+37129123456");

    private static SaidGuardian said(@Nullable String key, String given, String family, @Nullable String email,
            @Nullable String phone) {
        return new SaidGuardian(1, key, given, family, email, phone, PARENT);
    }

    private static KnownGuardian known(String given, String family, @Nullable String email, Standing standing) {
        return new KnownGuardian(UUID.randomUUID(), true, given, family, email, null, standing);
    }

    private static KnownGuardian ilze(@Nullable String email) {
        return known("Ilze", "Ozola", email, IMPORTED);
    }

    private static GuardianMatch match(@Nullable KnownGuardian byKey, @Nullable KnownGuardian byEmail,
            KnownGuardian... own) {
        return GuardianMatch.of(SAID, new Candidates(byKey, List.of(), byEmail, List.of(own)));
    }

    private static GuardianMatch found(KnownGuardian one) {
        return new GuardianMatch(one, null);
    }

    private static GuardianMatch doubt(Kind kind) {
        return new GuardianMatch(null, kind);
    }

    @ParameterizedTest
    @CsvSource({"Ilze,Persona,", "Cita,Ozola,b@pasts.test", "Cita,Persona,ilze@pasts.test"})
    void the_key_of_the_schools_system_decides_if_a_name_or_the_address_agrees(String given, String family,
            @Nullable String email) {
        KnownGuardian one = known(given, family, email, IMPORTED);
        assertThat(match(one, null)).isEqualTo(found(one));
        assertThat(match(one, ilze("ilze@pasts.test"))).isEqualTo(found(one));
    }

    /** A system that gives its keys anew must not show somebody another's child. */
    @ParameterizedTest
    @CsvSource({"Cita,Persona,", "Cita,Persona,b@pasts.test"})
    void a_key_of_somebody_of_whom_nothing_agrees_is_in_doubt(String given, String family, @Nullable String email) {
        KnownGuardian one = known(given, family, email, IMPORTED);
        assertThat(match(one, null)).isEqualTo(doubt(Kind.GUARDIAN_KEY));
        assertThat(match(one, ilze("ilze@pasts.test"))).isEqualTo(doubt(Kind.GUARDIAN_KEY));
        assertThat(match(one, null, one)).as("who stands for the learner already").isEqualTo(found(one));
    }

    @ParameterizedTest
    @CsvSource({"Ilze,Ozola,true", "Ilze,Liepa,true", "Anna,Ozola,true", "ILZE,Bērza,true", "Zane,Bērza,false"})
    void an_address_decides_if_one_of_the_names_agrees(String given, String family, boolean agrees) {
        KnownGuardian one = known(given, family, "ilze@pasts.test", IMPORTED);
        assertThat(match(null, one)).isEqualTo(agrees ? found(one) : doubt(Kind.GUARDIAN_OTHER));
    }

    @Test
    void a_name_decides_among_the_learners_own_guardians_only() {
        KnownGuardian own = ilze(null);
        assertThat(match(null, null, own, known("Jānis", "Ozols", null, IMPORTED))).isEqualTo(found(own));
        assertThat(match(null, null)).isEqualTo(new GuardianMatch(null, null));
        assertThat(match(null, null, ilze(null), ilze("b@pasts.test"))).isEqualTo(doubt(Kind.GUARDIAN_AMBIGUOUS));
    }

    @Test
    void somebody_found_elsewhere_while_the_learner_has_a_guardian_of_that_name_is_in_doubt() {
        KnownGuardian addressed = ilze("ilze@pasts.test");
        assertThat(match(null, addressed, ilze(null))).isEqualTo(doubt(Kind.GUARDIAN_AMBIGUOUS));
        assertThat(match(addressed, null, ilze(null))).isEqualTo(doubt(Kind.GUARDIAN_AMBIGUOUS));
        assertThat(match(null, addressed, addressed, ilze(null))).isEqualTo(found(addressed));
    }

    @Test
    void a_namesake_whom_the_system_knows_by_another_key_is_somebody_else() {
        KnownGuardian grandmother = known("Ilze", "Ozola", null, new Standing("g", true, false, null));
        assertThat(match(null, null, grandmother)).isEqualTo(new GuardianMatch(null, null));
        KnownGuardian same = known("Ilze", "Ozola", null, new Standing("k", true, false, null));
        assertThat(match(null, null, same, grandmother)).isEqualTo(found(same));
    }

    @Test
    void the_same_key_at_another_school_counts_with_the_same_name_and_no_other_address() {
        for (KnownGuardian one : List.of(ilze(null), ilze("ilze@pasts.test"))) {
            assertThat(elsewhere(one)).isEqualTo(found(one));
        }
        assertThat(elsewhere(ilze("b@pasts.test"))).isEqualTo(new GuardianMatch(null, null));
        assertThat(elsewhere(known("Ilze", "Liepa", null, IMPORTED))).isEqualTo(new GuardianMatch(null, null));
        assertThat(elsewhere(ilze(null), ilze(null))).isEqualTo(new GuardianMatch(null, null));
    }

    private static GuardianMatch elsewhere(KnownGuardian... others) {
        return GuardianMatch.of(SAID, new Candidates(null, List.of(others), null, List.of()));
    }

    private static GuardianDecision decide(SaidGuardian said, GuardianMatch match, Custody custody,
            @Nullable KnownGuardian addressed) {
        return GuardianDecision.of(said, match, NEW, new Case(false, custody, false, false, addressed));
    }

    private static List<String> hints(GuardianDecision decision) {
        return decision.hints()
            .stream()
            .map(hint -> hint.part() + ":" + hint.kind() + (hint.serious() ? "!" : "")
                    + (hint.otherRow() == null ? "" : " " + hint.otherRow()))
            .toList();
    }

    @Test
    void somebody_new_begins_to_stand_for_the_learner() {
        GuardianDecision decision = decide(SAID, new GuardianMatch(null, null), Custody.NONE, null);
        assertThat(decision.act()).isEqualTo(Act.NEW);
        assertThat(decision.person().id()).isEqualTo(NEW);
        assertThat(decision.stands()).isTrue();
        assertThat(decision.hints()).isEmpty();
    }

    @Test
    void whom_an_import_brought_is_changed_where_the_file_says_something() {
        GuardianDecision decision = decide(SAID, found(known("Ilze", "Liepa", null, IMPORTED)), Custody.LASTS, null);
        assertThat(decision.act()).isEqualTo(Act.CHANGED);
        assertThat(decision.stands()).isFalse();
        assertThat(decision.fields()).extracting(GuardianDecision.Field::part)
            .containsExactly(GuardianPart.FAMILY_NAME, GuardianPart.EMAIL, GuardianPart.PHONE);
        SaidGuardian silent = said(null, "Ilze", "Ozola", null, null);
        assertThat(decide(silent, found(ilze("ilze@pasts.test")), Custody.LASTS, null).act()).isEqualTo(Act.SAME);
    }

    @Test
    void who_was_entered_or_changed_by_a_person_stays_with_a_hint_for_each_difference() {
        KnownGuardian own = known("Ilze", "Liepa", "b@pasts.test", new Standing(null, false, true, null));
        GuardianDecision decision = decide(SAID, found(own), Custody.LASTS, null);
        assertThat(decision.act()).isEqualTo(Act.SAME);
        assertThat(decision.person()).isEqualTo(own);
        assertThat(hints(decision)).containsExactly("FAMILY_NAME:GUARDIAN_DIFFERS", "EMAIL:GUARDIAN_DIFFERS",
                "PHONE:GUARDIAN_DIFFERS");
    }

    @Test
    void the_first_row_that_names_somebody_decides() {
        KnownGuardian met = ilze("b@pasts.test").decided(7, "k");
        GuardianDecision decision = decide(SAID, found(met), Custody.NONE, null);
        assertThat(decision.act()).isEqualTo(Act.SAME);
        assertThat(decision.stands()).isTrue();
        assertThat(hints(decision)).containsExactly("EMAIL:GUARDIAN_DIFFERS 7", "PHONE:GUARDIAN_DIFFERS 7");
    }

    @Test
    void an_address_is_not_changed_once_the_person_signs_in_or_if_somebody_else_has_it() {
        KnownGuardian invited = known("Ilze", "Ozola", "b@pasts.test", new Standing(null, true, true, null));
        assertThat(hints(decide(SAID, found(invited), Custody.LASTS, null)))
            .containsExactly("EMAIL:GUARDIAN_DIFFERS");
        assertThat(hints(decide(SAID, found(ilze(null)), Custody.LASTS, ilze("ilze@pasts.test"))))
            .containsExactly("EMAIL:GUARDIAN_DIFFERS");
        KnownGuardian own = ilze("ilze@pasts.test");
        assertThat(hints(decide(SAID, found(own), Custody.LASTS, own))).isEmpty();
    }

    @Test
    void who_can_sign_in_already_and_begins_to_stand_for_a_learner_is_told() {
        KnownGuardian invited = known("Ilze", "Ozola", "ilze@pasts.test", new Standing(null, true, true, null));
        assertThat(hints(decide(SAID, found(invited), Custody.NONE, invited)))
            .containsExactly("NAME:GUARDIAN_SIGNS_IN");
        assertThat(hints(decide(SAID, found(invited), Custody.LASTS, invited))).isEmpty();
        KnownGuardian teacher = new KnownGuardian(new UUID(1, 1), false, "Ilze", "Ozola", "ilze@pasts.test", null,
                new Standing(null, false, true, null));
        GuardianDecision decision = decide(SAID, found(teacher), Custody.NONE, teacher);
        assertThat(decision.act()).isEqualTo(Act.NEW);
        assertThat(decision.person().id()).isEqualTo(teacher.id());
        assertThat(decision.person().phone()).isEqualTo("+37129123456");
    }

    @Test
    void an_adult_a_relative_an_ended_guardianship_and_oneself_are_left() {
        KnownGuardian one = ilze("ilze@pasts.test");
        assertThat(left(SAID, new Case(true, Custody.LASTS, false, false, one), one)).isEqualTo(Kind.GUARDIAN_ADULT);
        SaidGuardian relative = new SaidGuardian(1, null, "Ilze", "Ozola", null, null, new Role(null, true));
        assertThat(left(relative, new Case(false, Custody.NONE, false, false, null), one))
            .isEqualTo(Kind.GUARDIAN_RELATION);
        assertThat(left(SAID, new Case(false, Custody.ENDED, false, false, one), one)).isEqualTo(Kind.GUARDIAN_ENDED);
        assertThat(left(SAID, new Case(false, Custody.NONE, false, true, one), one)).isEqualTo(Kind.GUARDIAN_SELF);
        assertThat(GuardianDecision.of(SAID, found(one), NEW, new Case(false, Custody.LASTS, false, true, one)).act())
            .isNotEqualTo(Act.LEFT);
    }

    private static Kind left(SaidGuardian said, Case that, KnownGuardian one) {
        GuardianDecision decision = GuardianDecision.of(said, found(one), NEW, that);
        assertThat(decision.act()).isEqualTo(Act.LEFT);
        assertThat(decision.stands()).isFalse();
        return decision.hints().getFirst().kind();
    }

    @Test
    void an_address_that_the_file_gives_to_two_people_stops_it_and_one_of_the_register_does_not() {
        KnownGuardian other = known("Zane", "Bērza", "ilze@pasts.test", IMPORTED);
        assertThat(hints(decide(SAID, doubt(Kind.GUARDIAN_OTHER), Custody.NONE, other)))
            .containsExactly("EMAIL:GUARDIAN_OTHER");
        assertThat(hints(decide(SAID, doubt(Kind.GUARDIAN_OTHER), Custody.NONE, other.decided(4, null))))
            .containsExactly("EMAIL:GUARDIAN_OTHER! 4");
    }

    @ParameterizedTest
    @EnumSource(Custody.class)
    void another_relation_is_told_and_not_changed(Custody custody) {
        GuardianDecision decision = GuardianDecision.of(said(null, "Ilze", "Ozola", null, null), found(ilze(null)), NEW,
                new Case(false, custody, custody == Custody.LASTS, false, null));
        assertThat(decision.hints().contains(new Hint(GuardianPart.RELATION, Kind.GUARDIAN_DIFFERS, false, null)))
            .isEqualTo(custody == Custody.LASTS);
    }
}
