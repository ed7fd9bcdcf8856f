package lv.pumpurs.core.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.learner.Guardian;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.learner.Relation;
import lv.pumpurs.core.roster.file.Files;
import lv.pumpurs.spi.Ids;

/** The guardians of a town as a test reads and changes them. */
final class Registered {

    private Registered() {}

    static UUID zip(Desk desk, Map<String, String> changed) {
        UUID id = desk.send(new ByteArrayInputStream(Files.oneRoster(changed)));
        desk.check(id, false);
        return id;
    }

    static List<String> guardians(Town town) {
        List<?> rows = town.entities().createNativeQuery("""
                select g.given_name || ' ' || g.family_name || ' ' || coalesce(g.email, '-') || ' ' ||
                  coalesce(g.phone, '-') || ' ' || h.relation || ' of ' || l.given_name || ' ' || h.valid_from || '-'
                  || coalesce(cast(h.valid_to as text), '')
                from guardian g join guardianship h on h.guardian_id = g.id join learner l on l.id = h.learner_id
                order by g.given_name, g.family_name, l.given_name""").getResultList();
        return rows.stream().map(String.class::cast).toList();
    }

    static void run(Town town, String sql) {
        assertThat(town.entities().createNativeQuery(sql).executeUpdate()).isPositive();
    }

    static long number(Town town, String sql) {
        return ((Number) town.entities().createNativeQuery(sql).getSingleResult()).longValue();
    }

    static void entered(Town town, String given, String family, String email) {
        Guardian guardian = new Guardian(Ids.next(), email, given, family);
        Learner child = town.entities().createQuery("select l from Learner l", Learner.class).getSingleResult();
        guardian.represent(child.id(), Relation.PARENT, LocalDate.of(2019, 9, 1));
        town.entities().persist(guardian);
        town.entities();
        town.entities().clear();
    }
}
