package lv.pumpurs.consultations;

import java.util.UUID;

/** Where the rules of a school come from: the one place to be changed when the school's own settings are kept. */
interface SettingsOfSchool {

    /**
     * The rules of a school.
     *
     * @param school its key
     * @return its rules
     */
    ConsultationRules of(UUID school);
}
