package lv.pumpurs.core.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import lv.pumpurs.core.learner.ClassPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposalTest {

    @ParameterizedTest
    @CsvSource({"5.a,5,12,UP,6.a", "9.a,9,12,UP,10.a", "9.a,9,9,FINISH,10.a", "6,6,6,FINISH,7",
            "12.b,12,12,FINISH,13.b",
            "5,5,12,UP,6", "Putni,5,12,UP,Putni", "15.a,5,12,UP,15.a", "8.a,8,9,UP,9.a", "7.kl,7,6,FINISH,8.kl"})
    void a_class_goes_up_until_the_last_grade_of_the_school(String name, int grade, int lastGrade, Move move,
            String next) {
        assertThat(Proposal.of(new ClassPlace(name, grade, false), lastGrade)).isEqualTo(new Proposal(move, next));
    }

    @ParameterizedTest
    @CsvSource({"P1-1,1,UP,P1-2", "P1-4,4,FINISH,P1-5", "1. kurss,1,UP,2. kurss", "Pavāri,3,UP,Pavāri", "P2,1,UP,P2",
            "P1,1,UP,P2"})
    void a_year_of_vocational_education_goes_up_until_the_fourth_whatever_the_school_teaches_else(String name,
            int year, Move move, String next) {
        assertThat(Proposal.of(new ClassPlace(name, year, true), 9)).isEqualTo(new Proposal(move, next));
    }

    @ParameterizedTest
    @CsvSource({"UP,8,false,PROMOTED", "UP,9,false,GRADUATED", "FINISH,9,false,GRADUATED", "FINISH,12,false,GRADUATED",
            "FINISH,6,false,PROMOTED", "REPEAT,9,false,REPEATED", "LEAVE,12,false,LEFT", "UP,3,true,PROMOTED",
            "FINISH,4,true,GRADUATED", "FINISH,3,true,GRADUATED", "REPEAT,4,true,REPEATED"})
    void only_a_certificate_is_a_graduation(Move move, int grade, boolean vocational, String outcome) {
        assertThat(move.outcome(new ClassPlace("x", grade, vocational))).hasToString(outcome);
    }

    @ParameterizedTest
    @CsvSource({"11,false,true", "12,false,false", "3,true,true", "4,true,false"})
    void nobody_goes_up_from_the_last_grade_there_is(int grade, boolean vocational, boolean possible) {
        ClassPlace place = new ClassPlace("x", grade, vocational);
        assertThat(Move.UP.isPossible(place)).isEqualTo(possible);
        assertThat(Move.REPEAT.isPossible(place)).isTrue();
    }

    @Test
    void who_repeats_stays_in_the_class_unless_another_is_named() {
        ClassPlace from = ClassPlace.general(5, "a");
        Proposal proposal = Proposal.of(from, 12);
        assertThat(proposal.className(Move.REPEAT, "6.a", from)).isEqualTo("5.a");
        assertThat(proposal.className(Move.REPEAT, null, from)).isEqualTo("5.a");
        assertThat(proposal.className(Move.REPEAT, " 5.b ", from)).isEqualTo("5.b");
        assertThat(proposal.className(Move.UP, " ", from)).isEqualTo("6.a");
        assertThat(proposal.className(Move.UP, "6.c", from)).isEqualTo("6.c");
    }
}
