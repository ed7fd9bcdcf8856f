package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.pumpurs.spi.PluginSettings;
import lv.pumpurs.spi.PluginSettings.Values;

/** The rules of a school from its settings, within the bounds of its municipality. */
@Dependent
class KeptSettings implements SettingsOfSchool {

    /** The schema takes any day from 1 to 31; one that a month does not have is its last. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

    private final PluginSettings settings;

    @Inject
    KeptSettings(PluginSettings settings) {
        this.settings = settings;
    }

    @Override
    public ConsultationRules of(UUID school) {
        Values values = settings.of("consultations", school);
        Set<Rule> warnings = EnumSet.noneOf(Rule.class);
        if (values.flag("periodWarns")) {
            warnings.add(Rule.IN_PERIOD);
        }
        if (values.flag("quantityWarns")) {
            warnings.add(Rule.IN_QUANTITY);
        }
        if (values.flag("holidayWarns")) {
            warnings.add(Rule.NO_HOLIDAY);
        }
        return new ConsultationRules(values.number("lessonMinutes"), values.number("usualMinutes"),
                values.number("confirmDays"), values.number("codeHours"), warnings, days(values.text("daysOff")));
    }

    static Set<LocalDate> days(String text) {
        return Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(day -> !day.isEmpty())
            .map(day -> LocalDate.parse(day, DAY))
            .collect(Collectors.toSet());
    }
}
