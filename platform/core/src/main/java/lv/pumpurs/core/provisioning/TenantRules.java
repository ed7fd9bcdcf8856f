package lv.pumpurs.core.provisioning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lv.pumpurs.core.provisioning.WrongTenantFile.Fault;
import org.jspecify.annotations.Nullable;

/** What a schema cannot say: nothing stands twice, periods run forward, references lead somewhere. */
final class TenantRules {

    private final String file;
    private final YamlTree.Read tree;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> seen = new HashMap<>();

    private TenantRules(String file, YamlTree.Read tree) {
        this.file = file;
        this.tree = tree;
    }

    static List<Fault> faults(String file, YamlTree.Read tree, TenantFile tenant) {
        TenantRules rules = new TenantRules(file, tree);
        rules.check(tenant);
        return rules.faults;
    }

    private void check(TenantFile tenant) {
        TenantFile.Atvk atvk = tenant.atvk();
        if (atvk != null) {
            forward("/atvk/valid_to", atvk.validFrom(), atvk.validTo());
        }
        for (int i = 0; i < tenant.schools().size(); i++) {
            school(tenant, tenant.schools().get(i), "/schools/" + i);
        }
        for (int i = 0; i < tenant.publishedFigures().size(); i++) {
            figure(tenant, tenant.publishedFigures().get(i), "/published_figures/" + i);
        }
        for (int i = 0; i < tenant.administrators().size(); i++) {
            String place = "/administrators/" + i + "/email";
            String email = tenant.administrators().get(i).email().toLowerCase(Locale.ROOT);
            String first = seen.putIfAbsent("administrator " + email, place);
            if (first != null) {
                // the address is a person's: the line is enough to find it
                fault(place, "the address stands here a second time; first in line " + tree.line(first));
            }
        }
    }

    private void school(TenantFile tenant, TenantFile.School school, String place) {
        once(place + "/key", "the school's key", school.key());
        once(place + "/name", "the school", school.name());
        if (school.registrationNo() != null) {
            once(place + "/registration_no", "the registration number", school.registrationNo());
        }
        for (int i = 0; i < school.participation().size(); i++) {
            TenantFile.Participation part = school.participation().get(i);
            String at = place + "/participation/" + i;
            period(at, part.from(), part.to());
            takesPart(tenant, at + "/programme", part.programme());
            once(at + "/from", "the participation", school.key() + " " + part.programme() + " " + part.from());
            if ((part.from() == null) != part.precision().equals("UNKNOWN")) {
                fault(at + "/precision", "precision is UNKNOWN exactly when no first semester is given");
            }
        }
    }

    private void figure(TenantFile tenant, TenantFile.PublishedFigure figure, String place) {
        period(place, figure.from(), figure.to());
        String school = figure.school();
        if (school != null && tenant.schools().stream().noneMatch(one -> one.key().equals(school))) {
            fault(place + "/school", "no school of this file has the key '" + school + "'");
        }
        once(place + "/code", "the figure",
                figure.code() + " " + figure.measure() + (school == null ? "" : " " + school));
    }

    private void takesPart(TenantFile tenant, String place, String programme) {
        if (!tenant.programmes().contains(programme)) {
            fault(place, "the tenant does not take part in the programme '" + programme + "'");
        }
    }

    private void period(String place, @Nullable String from, @Nullable String to) {
        semester(place + "/from", from);
        semester(place + "/to", to);
        if (from != null && to != null && from.compareTo(to) > 0) {
            fault(place + "/to", "the last semester is before the first");
        }
    }

    private void semester(String place, @Nullable String code) {
        if (code != null && Integer.parseInt(code, 5, 9, 10) != Integer.parseInt(code, 0, 4, 10) + 1) {
            fault(place, "'" + code + "' is no semester: a school year ends in the year after its first");
        }
    }

    private void forward(String place, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            fault(place, "the last day is before the first");
        }
    }

    private void once(String place, String what, String value) {
        String first = seen.putIfAbsent(what + " " + value, place);
        if (first != null) {
            fault(place, what + " '" + value + "' stands here a second time; first in line " + tree.line(first));
        }
    }

    private void fault(String place, String reason) {
        faults.add(new Fault(file, tree.line(place), reason));
    }
}
