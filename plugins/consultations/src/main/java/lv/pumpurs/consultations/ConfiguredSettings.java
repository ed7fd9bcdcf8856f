package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One set of rules for all schools, from the configuration of the server. */
@Dependent
class ConfiguredSettings implements SettingsOfSchool {

    private final ConsultationRules rules;

    @Inject
    ConfiguredSettings(
            @ConfigProperty(name = "pumpurs.consultations.lessonMinutes", defaultValue = "40") int lessonMinutes,
            @ConfigProperty(name = "pumpurs.consultations.usualMinutes", defaultValue = "40") int usualMinutes,
            @ConfigProperty(name = "pumpurs.consultations.confirmDays", defaultValue = "7") int confirmDays,
            @ConfigProperty(name = "pumpurs.consultations.codeHours", defaultValue = "72") int codeHours,
            @ConfigProperty(name = "pumpurs.consultations.warnings") Optional<List<String>> warnings,
            @ConfigProperty(name = "pumpurs.consultations.daysOff") Optional<List<LocalDate>> daysOff) {
        Set<Rule> only = Stream.of(Rule.values())
            .filter(rule -> rule.mayWarn() && warnings.orElse(List.of()).contains(rule.name()))
            .collect(Collectors.toSet());
        rules = new ConsultationRules(lessonMinutes, usualMinutes, confirmDays, codeHours, only,
                Set.copyOf(daysOff.orElse(List.of())));
    }

    @Override
    public ConsultationRules of(UUID school) {
        return rules;
    }
}
