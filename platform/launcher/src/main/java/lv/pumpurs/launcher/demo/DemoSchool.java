package lv.pumpurs.launcher.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.core.school.School;

/** A school with the people who work on plans in it; work is dealt out in turn. */
final class DemoSchool {

    private final School school;
    private final UUID director;
    private final UUID author;
    private final Map<String, List<UUID>> providers = new HashMap<>();
    private final Map<String, Integer> turns = new HashMap<>();

    DemoSchool(School school, UUID director, UUID author) {
        this.school = school;
        this.director = director;
        this.author = author;
    }

    void employ(UUID provider, String profession) {
        providers.computeIfAbsent(profession, one -> new ArrayList<>()).add(provider);
    }

    /** The next provider of a profession in turn, so that everybody gets work. */
    UUID provider(String profession) {
        var people = providers.get(profession);
        if (people == null) {
            throw new IllegalStateException("Nobody at the school is " + profession);
        }
        return people.get((turns.merge(profession, 1, Integer::sum) - 1) % people.size());
    }

    UUID id() {
        return school.id();
    }

    String name() {
        return school.name();
    }

    UUID director() {
        return director;
    }

    UUID author() {
        return author;
    }

    int lowestGrade() {
        return name().toLowerCase(Locale.ROOT).contains("1. ģimnāzija") ? 7 : 1;
    }

    int highestGrade() {
        var kind = name().toLowerCase(Locale.ROOT);
        if (kind.endsWith("sākumskola")) {
            return 6;
        }
        return kind.endsWith("pamatskola") ? 9 : 12;
    }
}
