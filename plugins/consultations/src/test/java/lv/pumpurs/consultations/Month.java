package lv.pumpurs.consultations;

import java.util.UUID;
import lv.pumpurs.consultations.Consultations.Reader;
import lv.pumpurs.core.fixture.Town;
import lv.pumpurs.core.learner.Learner;
import lv.pumpurs.core.staff.RolePlace;
import lv.pumpurs.spi.Role;

/** A provider with two learners, the coordinator of their school, and the municipality. */
final class Month {

    final Room room;
    final UUID anna;
    final UUID juris;
    final Office provider;
    final Office school;
    final Office municipality;

    Month(Town town) {
        UUID me = ConsultationsDbTest.provider(town);
        Learner first = ConsultationsDbTest.supported(town, "Anna", me);
        Learner second = ConsultationsDbTest.supported(town, "Juris", me);
        anna = first.id();
        juris = second.id();
        room = new Room(town.entities(), me);
        provider = new Office(town.entities(), me, Role.PROVIDER);
        school = new Office(town.entities(), town.staff("skola@mazpilseta.test",
                RolePlace.inSchool(Role.SCHOOL_COORDINATOR, town.home().id()))
            .id(), Role.SCHOOL_COORDINATOR);
        municipality = new Office(town.entities(), town.staff("visi@mazpilseta.test",
                RolePlace.inTenant(Role.TENANT_COORDINATOR))
            .id(), Role.TENANT_COORDINATOR);
    }

    Reader reader() {
        return room.reader(Role.PROVIDER);
    }

    TimesheetView timesheet() {
        return provider.reading.timesheet(provider.read().getFirst().id());
    }
}
