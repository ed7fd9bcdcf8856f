package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.pumpurs.consultations.SheetList.Result;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.Ids;
import lv.pumpurs.spi.Refused;

/** Where a provider hands a month in, and where the school and the municipality decide on its sheets. */
@Dependent
public class SheetDesk {

    private static final Pattern READ = Pattern
        .compile("([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}):([0-9]{1,9})");

    private final ConsultationSheets sheets;
    private final ConsultationDesk desk;
    private final Caller caller;

    /**
     * On the bound tenant.
     *
     * @param sheets where they lie
     * @param desk the schools' rules and the time
     * @param caller who sits there
     */
    @Inject
    public SheetDesk(ConsultationSheets sheets, ConsultationDesk desk, Caller caller) {
        this.sheets = sheets;
        this.desk = desk;
        this.caller = caller;
    }

    /** The caller's own month. */
    ProviderMonth month(YearMonth month) {
        return new ProviderMonth(month, sheets.ofMonth(caller.personId(), month), desk.now());
    }

    /**
     * Hands in everything of the month that is confirmed: what was returned on its sheet, with what came to it since, the
     * rest of a plan on a new one.
     */
    void handIn(YearMonth of, boolean known) {
        ProviderMonth month = month(of);
        MonthRule.require(month, known);
        List<ConsultationSheet> before = sheets.handedIn(caller.personId(), of);
        List<ConsultationSheet> added = new ArrayList<>();
        Map<UUID, Integer> lessons = new HashMap<>();
        Set<ConsultationSheet> again = new LinkedHashSet<>();
        month.toHandIn().forEach((plan, rows) -> {
            List<ConsultationSheet> ofPlan = before.stream().filter(one -> one.planId().equals(plan)).toList();
            List<ConsultationSheet> returned = ofPlan.stream().filter(ConsultationSheet::isWithProvider).toList();
            List<Consultation> more = rows.stream().filter(one -> one.sheet() == null).toList();
            if (returned.isEmpty()) {
                UUID school = Objects.requireNonNull(rows.getFirst().schoolId());
                int last = ofPlan.isEmpty() ? 0 : ofPlan.getLast().number();
                added.add(new ConsultationSheet(Ids.next(), rows.getFirst(), last + 1,
                        lessons.computeIfAbsent(school, one -> desk.rules(one).lessonMinutes()), desk.today()));
            }
            ConsultationSheet with = returned.isEmpty() ? added.getLast() : returned.getFirst();
            more.forEach(one -> one.handIn(with));
            again.addAll(returned);
        });
        again.forEach(one -> one.handInAgain(desk.today()));
        sheets.write(added);
    }

    /** Decides on those that were ticked, each as if it were alone: one that is refused keeps back no other. */
    List<Result> decide(SheetAct act, String permission, List<String> ticked) {
        Map<UUID, Integer> read = new LinkedHashMap<>();
        ticked.forEach(one -> read(one, read));
        Map<UUID, ConsultationSheet> found = sheets.take(read.keySet(), desk.reader(permission))
            .stream()
            .collect(Collectors.toMap(ConsultationSheet::id, Function.identity()));
        Map<UUID, String> codes = sheets.codes(found.values().stream().map(ConsultationSheet::planId).toList());
        List<Result> results = new ArrayList<>();
        read.forEach((key, version) -> {
            ConsultationSheet sheet = found.get(key);
            results.add(sheet == null
                    ? new Result(key, "", ConsultationProblem.SHEET_UNKNOWN.code())
                    : new Result(key, codes.getOrDefault(sheet.planId(), ""), decided(act, sheet, version)));
        });
        sheets.write(List.of());
        return results;
    }

    /** What stood in the way; empty if nothing did. Nothing is changed before all is known to be right. */
    private String decided(SheetAct act, ConsultationSheet sheet, int version) {
        try {
            ConsultationProblem.CHANGED.unless(sheet.version() == version);
            switch (act) {
                case VERIFY -> sheet.verify(caller.personId(), desk.today());
                case ACCEPT -> sheet.accept(caller.personId(), desk.today());
                case PAY -> sheet.pay(caller.personId(), desk.today());
                case RETURN, DISALLOW -> throw new IllegalArgumentException(act + " needs a reason for each");
            }
            return "";
        } catch (Refused refused) {
            return refused.type().code();
        }
    }

    private static void read(String ticked, Map<UUID, Integer> into) {
        Matcher parts = READ.matcher(ticked);
        if (parts.matches()) {
            into.putIfAbsent(UUID.fromString(parts.group(1)), Integer.valueOf(parts.group(2)));
        }
    }

    /** One to be given back by the caller, whose step it is. */
    ConsultationSheet toReturn(UUID id) {
        ConsultationSheet sheet = sheets.take(id, desk.reader(ConsultationsPlugin.RETURN))
            .orElseThrow(NotFoundException::new);
        SheetAct.RETURN.require(sheet, caller.personId());
        ConsultationProblem.SHEET_WRONG_STAGE
            .unless(sheets.take(id, desk.reader(SheetAct.RETURN.permission(sheet))).isPresent());
        return sheet;
    }

    /** Gives one back. */
    void giveBack(ConsultationSheet sheet, String reason) {
        sheet.giveBack(reason, caller.personId(), desk.today());
        sheets.write(List.of());
    }

    /** What the caller can decide on a sheet now. */
    List<String> acts(ConsultationSheet sheet) {
        return Stream.of(SheetAct.values())
            .filter(act -> act != SheetAct.DISALLOW && caller.may(act.permission(sheet))
                    && act.refusal(sheet, caller.personId()).isEmpty())
            .map(SheetAct::name)
            .toList();
    }
}
