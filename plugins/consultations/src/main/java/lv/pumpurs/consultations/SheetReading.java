package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.pumpurs.consultations.ConsultationSheets.Named;
import lv.pumpurs.consultations.ConsultationState.Disallowed;
import lv.pumpurs.consultations.ConsultationState.InSheet;
import lv.pumpurs.consultations.Consultations.Reader;
import lv.pumpurs.consultations.SheetHead.Sums;
import lv.pumpurs.consultations.SheetList.Choice;
import lv.pumpurs.consultations.SheetList.Choices;
import lv.pumpurs.consultations.SheetList.Result;
import lv.pumpurs.consultations.SheetView.Course;
import lv.pumpurs.consultations.SheetView.Row;
import lv.pumpurs.consultations.TimesheetView.Day;
import lv.pumpurs.consultations.TimesheetView.Session;
import lv.pumpurs.consultations.TimesheetView.SheetLink;
import lv.pumpurs.consultations.TimesheetView.Time;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Role;
import org.jspecify.annotations.Nullable;

/** A sheet, and the timesheet that it goes with, as the caller may read them: on a page, on paper and as a file. */
@Dependent
public class SheetReading {

    /** From the least to the most: a timesheet has come as far as the last of its sheets. */
    private static final List<String> ORDER = List.of("RETURNED", "SUBMITTED", "VERIFIED", "ACCEPTED", "PAID");

    private static final Set<Role> OF_NO_SCHOOL = Set.of(Role.PROVIDER, Role.GUARDIAN, Role.LEARNER);

    private final ConsultationSheets sheets;
    private final ConsultationDesk desk;
    private final SheetDesk decisions;
    private final DirectorOrders staff;
    private final Caller caller;
    private final ReadLog readLog;

    /**
     * On the bound tenant.
     *
     * @param sheets where they lie
     * @param desk who reads
     * @param decisions what the reader can do
     * @param staff knows the names of who decided
     * @param caller who reads
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public SheetReading(ConsultationSheets sheets, ConsultationDesk desk, SheetDesk decisions, DirectorOrders staff,
            Caller caller, ReadLog readLog) {
        this.sheets = sheets;
        this.desk = desk;
        this.decisions = decisions;
        this.staff = staff;
        this.caller = caller;
        this.readLog = readLog;
    }

    /** One page of the list, as the query narrows it; of one stage where that is given. */
    SheetList list(UriInfo uri, @Nullable String stage, List<Result> results) {
        SheetFilter asked = SheetFilter.of(uri.getQueryParameters());
        SheetFilter filter = stage == null ? asked : asked.in(stage);
        String number = uri.getQueryParameters().getFirst("page");
        int page = number != null && number.matches("[1-9]\\d{0,3}") ? Integer.parseInt(number) : 1;
        Reader reader = desk.reader(ConsultationsPlugin.READ);
        List<Named> found = sheets.page(reader, filter, page);
        Map<UUID, Sums> sums = sheets.sums(found.stream().map(one -> one.sheet().id()).toList());
        readLog.listed(found.size(), filter.narrowings());
        return new SheetList(
                found.stream().map(one -> one.head(sums.getOrDefault(one.sheet().id(), Sums.NONE))).toList(),
                sheets.count(reader, filter), page, filter, choices(reader), results);
    }

    private Choices choices(Reader reader) {
        return OF_NO_SCHOOL.containsAll(reader.roles())
                ? Choices.NONE
                : new Choices(staff.schools(caller.personId(), reader.roles())
                    .stream()
                    .map(one -> new Choice(one.id(), one.name()))
                    .toList(),
                        sheets.providers(reader).stream().map(one -> new Choice(one.id(), one.name())).toList());
    }

    /** One in reach; one out of reach and none look the same. */
    SheetView sheet(UUID id) {
        Named found = sheets.find(id, desk.reader(ConsultationsPlugin.READ)).orElseThrow(NotFoundException::new);
        readLog.opened(found.learner().id());
        List<Row> rows = sheets.on(id).stream().map(this::row).toList();
        List<Row> payable = rows.stream().filter(row -> row.disallowed() == null).toList();
        int minutes = payable.stream().mapToInt(Row::minutes).sum();
        ConsultationSheet sheet = found.sheet();
        boolean atWork = isAtWork(id);
        return new SheetView(found.head(new Sums(payable.size(), minutes)), rows, sheet.lessons(minutes),
                course(sheet, atWork), atWork ? decisions.acts(sheet) : List.of(),
                atWork && caller.may(ConsultationsPlugin.TIMESHEET));
    }

    /** Whether the caller has to do with a sheet at work; who has a role elsewhere is no less the family here. */
    private boolean isAtWork(UUID id) {
        Reader whole = desk.reader(ConsultationsPlugin.READ);
        Set<Role> roles = whole.roles()
            .stream()
            .filter(role -> !ConsultationSheets.FAMILY.contains(role))
            .collect(Collectors.toSet());
        return roles.equals(whole.roles()) || sheets.find(id, new Reader(whole.me(), roles, whole.today())).isPresent();
    }

    private Row row(Consultation one) {
        ConsultationState state = one.state(desk.today());
        InSheet in = state instanceof InSheet on ? on : null;
        Slot slot = one.slot();
        return new Row(one.id(), slot.day(), slot.startsAt(), slot.minutes(), one.quantity(), one.subject(),
                one.mode(), in == null ? null : in.confirmed().on(), in == null ? null : in.confirmed().by(),
                state instanceof Disallowed no ? no.reason() : null);
    }

    private Course course(ConsultationSheet sheet, boolean atWork) {
        UUID verified = sheet.verifiedBy();
        UUID accepted = sheet.acceptedBy();
        Map<UUID, String> names = staff
            .names(Stream.of(verified, accepted).filter(Objects::nonNull).collect(Collectors.toSet()));
        return new Course(sheet.submittedOn(), sheet.verifiedOn(), verified == null ? null : names.get(verified),
                sheet.acceptedOn(), accepted == null ? null : names.get(accepted), sheet.paidOn(),
                // a sentence of those who decide to each other: the family sees that it was returned, not why
                atWork && sheet.stage() instanceof SheetStage.Returned back ? back.reason() : null);
    }

    /** The timesheet that a sheet goes with. */
    TimesheetView timesheet(UUID id) {
        Named found = sheets.find(id, desk.reader(ConsultationsPlugin.TIMESHEET)).orElseThrow(NotFoundException::new);
        ConsultationSheet one = found.sheet();
        List<ConsultationSheet> all = sheets.handedIn(one.providerId(), one.month())
            .stream()
            .filter(other -> other.schoolId().equals(one.schoolId()))
            .toList();
        Map<UUID, String> codes = sheets.codes(all.stream().map(ConsultationSheet::planId).collect(Collectors.toSet()));
        Map<LocalDate, List<Session>> byDay = new TreeMap<>();
        // a group of two schools is counted where its first learner is: nobody is paid twice for an hour
        bySession(sheets.worked(one.providerId(), one.month())).stream()
            .filter(rows -> one.schoolId().equals(rows.getFirst().schoolId()))
            .forEach(rows -> byDay.computeIfAbsent(rows.getFirst().slot().day(), day -> new ArrayList<>())
                .add(session(rows, codes)));
        List<Day> days = byDay.entrySet()
            .stream()
            .map(day -> new Day(day.getKey(), day.getValue(), total(day.getValue().stream().map(Session::time))))
            .toList();
        readLog.listed(all.size(), List.of());
        return new TimesheetView(id, one.month(), found.provider().name(), found.school().name(), stage(all), days,
                total(days.stream().map(Day::total)),
                all.stream()
                    .map(sheet -> new SheetLink(sheet.id(), codes.getOrDefault(sheet.planId(), ""), sheet.number(),
                            sheet.stage().code()))
                    .toList());
    }

    private static List<List<Consultation>> bySession(List<Consultation> rows) {
        return List.copyOf(rows.stream()
            .collect(Collectors.groupingBy(Consultation::sessionId, LinkedHashMap::new, Collectors.toList()))
            .values());
    }

    private Session session(List<Consultation> rows, Map<UUID, String> codes) {
        Consultation first = rows.getFirst();
        boolean counts = rows.stream().anyMatch(row -> row.state(desk.today()) instanceof InSheet);
        int minutes = first.slot().minutes();
        return new Session(first.slot().startsAt(), first.subject(), first.mode(),
                rows.stream()
                    .map(row -> codes.getOrDefault(row.planId(), ""))
                    .filter(code -> !code.isEmpty())
                    .sorted()
                    .toList(),
                counts ? new Time(minutes, Objects.requireNonNull(first.sheet()).lessons(minutes)) : Time.NONE);
    }

    private static Time total(Stream<Time> some) {
        return some.reduce(new Time(0, BigDecimal.ZERO.setScale(2)), Time::plus);
    }

    private static String stage(List<ConsultationSheet> all) {
        return all.stream()
            .map(sheet -> sheet.stage().code())
            .min((one, other) -> Integer.compare(ORDER.indexOf(one), ORDER.indexOf(other)))
            .orElseThrow();
    }
}
