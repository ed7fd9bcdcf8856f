package lv.pumpurs.core.roster;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import lv.pumpurs.core.roster.file.Limits;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large a roster may be, from the settings of the server. */
@Dependent
class RosterLimits {

    @Produces
    Limits limits(@ConfigProperty(name = "pumpurs.roster.largest-file", defaultValue = "20971520") long file,
            @ConfigProperty(name = "pumpurs.roster.largest-unpacked", defaultValue = "209715200") long unpacked,
            @ConfigProperty(name = "pumpurs.roster.most-rows", defaultValue = "200000") int rows) {
        return new Limits(file, unpacked, rows);
    }
}
