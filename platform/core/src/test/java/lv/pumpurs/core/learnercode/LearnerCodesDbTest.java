package lv.pumpurs.core.learnercode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.fixture.TwoTenants;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Learners;
import lv.pumpurs.core.learnercode.CodeView.Former;
import lv.pumpurs.core.personalcode.PersonalCode;
import lv.pumpurs.core.personalcode.PersonalCodeVault;
import lv.pumpurs.core.tenancy.SchemaName;
import lv.pumpurs.spi.Refused;
import org.junit.jupiter.api.Test;

/** Personal codes in their time, on real rows. */
class LearnerCodesDbTest {

    private static final SchemaName HERE = TwoTenants.ALFA;
    private static final LocalDate TODAY = LocalDate.of(2020, 11, 16);
    private static final PersonalCodeVault VAULT = vault();
    private static final PersonalCode OLD = PersonalCode.neverIssued(LocalDate.of(2010, 1, 2), 711);
    private static final PersonalCode NEW = PersonalCode.of("320101-01234");
    private static final PersonalCode NEWER = PersonalCode.of("320101-01235");

    @Test
    void the_former_code_stays_with_its_day_and_every_code_finds_the_learner() {
        Town.in(HERE, town -> {
            Learner learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            codes(town).replace(learner, OLD, TODAY.minusDays(9));
            assertThat(codes(town).former(learner.id())).isEmpty();
            codes(town).replace(learner, NEW, TODAY.minusDays(2));
            codes(town).replace(learner, NEWER, TODAY);
            assertThat(codes(town).present(learner)).isEqualTo(NEWER);
            assertThat(codes(town).former(learner.id())).containsExactly(new Former(NEW.masked(), TODAY),
                    new Former(OLD.masked(), TODAY.minusDays(2)));
            for (PersonalCode code : new PersonalCode[]{OLD, NEW, NEWER}) {
                assertThat(found(town, code)).contains(learner.id());
            }
        });
    }

    @Test
    void the_same_code_again_changes_nothing_and_a_former_one_may_come_back() {
        Town.in(HERE, town -> {
            Learner learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            codes(town).replace(learner, OLD, TODAY);
            codes(town).replace(learner, OLD, TODAY);
            assertThat(codes(town).former(learner.id())).isEmpty();
            codes(town).replace(learner, NEW, TODAY);
            codes(town).replace(learner, OLD, TODAY);
            codes(town).replace(learner, NEW, TODAY);
            assertThat(codes(town).present(learner)).isEqualTo(NEW);
            assertThat(found(town, OLD)).contains(learner.id());
        });
    }

    @Test
    void a_code_that_another_learner_has_or_had_is_refused() {
        Town.in(HERE, town -> {
            Learner other = town.learner("Juris", "Ozols", "2020/2021", 5);
            codes(town).replace(other, OLD, TODAY);
            codes(town).replace(other, NEW, TODAY);
            Learner learner = town.learner("Anna", "Ozola", "2020/2021", 5);
            for (PersonalCode code : new PersonalCode[]{OLD, NEW}) {
                assertThatThrownBy(() -> codes(town).replace(learner, code, TODAY)).isInstanceOf(Refused.class)
                    .extracting(refused -> ((Refused) refused).type())
                    .isEqualTo(CodeProblem.TAKEN);
            }
            assertThat(codes(town).present(learner)).isNull();
        });
    }

    private static Optional<UUID> found(Town town, PersonalCode code) {
        return new Learners(town.entities()).withPersonalCode(VAULT.index(code, HERE)).map(Learner::id);
    }

    private static LearnerCodes codes(Town town) {
        return new LearnerCodes(town.entities(), new Learners(town.entities()), VAULT);
    }

    private static PersonalCodeVault vault() {
        try {
            Path keyset = Files.createTempDirectory("codes").resolve("keyset");
            PersonalCodeVault.createKeyset(keyset);
            return PersonalCodeVault.open(keyset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
