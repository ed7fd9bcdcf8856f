package lv.pumpurs.consultations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lv.pumpurs.consultations.ConsultationSheets.Named;
import lv.pumpurs.consultations.Consultations.Reader;
import lv.pumpurs.consultations.SheetHead.Sums;
import lv.pumpurs.consultations.SheetList.Choice;
import lv.pumpurs.consultations.SheetList.Choices;
import lv.pumpurs.consultations.SheetList.Result;
import lv.pumpurs.spi.Caller;
import lv.pumpurs.spi.ReadLog;
import lv.pumpurs.spi.Requires;
import lv.pumpurs.spi.Role;

/** Monthly sheets in the caller's reach, and decisions on many of them at once. */
@Path("t/{tenant}/consultations/sheets")
@Dependent
@Transactional
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
public class SheetsResource {

    private static final Set<Role> OF_NO_SCHOOL = EnumSet.of(Role.PROVIDER, Role.GUARDIAN, Role.LEARNER);

    private final ConsultationSheets sheets;
    private final SheetDesk decisions;
    private final ConsultationDesk desk;
    private final DirectorOrders schools;
    private final Caller caller;
    private final ReadLog readLog;

    /**
     * One per request.
     *
     * @param sheets of the bound tenant
     * @param decisions where they are decided on
     * @param desk who reads
     * @param schools knows whose schools there are
     * @param caller who asks
     * @param readLog where it is written down who was shown whom
     */
    @Inject
    public SheetsResource(ConsultationSheets sheets, SheetDesk decisions, ConsultationDesk desk,
            DirectorOrders schools, Caller caller, ReadLog readLog) {
        this.sheets = sheets;
        this.decisions = decisions;
        this.desk = desk;
        this.schools = schools;
        this.caller = caller;
        this.readLog = readLog;
    }

    /**
     * Sheets, the latest month first.
     *
     * @param uri its query: month, stage, school, provider, learner, page; a wrong value counts as none
     * @return one page
     */
    @GET
    @Requires(ConsultationsPlugin.READ)
    public SheetList list(@Context UriInfo uri) {
        return shown(uri, List.of());
    }

    /**
     * The school says that those ticked are right.
     *
     * @param uri its query, as that of the list
     * @param input keys and versions
     * @return the list, and what came of each
     */
    @POST
    @Path("verification")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(ConsultationsPlugin.VERIFY)
    public SheetList verify(@Context UriInfo uri, @Valid ActOnSheets input) {
        return shown(uri, decisions.decide(SheetAct.VERIFY, ConsultationsPlugin.VERIFY, input.sheets()));
    }

    /**
     * The municipality accepts those ticked.
     *
     * @param uri its query, as that of the list
     * @param input keys and versions
     * @return the list, and what came of each
     */
    @POST
    @Path("acceptance")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(ConsultationsPlugin.ACCEPT)
    public SheetList accept(@Context UriInfo uri, @Valid ActOnSheets input) {
        return shown(uri, decisions.decide(SheetAct.ACCEPT, ConsultationsPlugin.ACCEPT, input.sheets()));
    }

    /**
     * Those ticked were paid for.
     *
     * @param uri its query, as that of the list
     * @param input keys and versions
     * @return the list, and what came of each
     */
    @POST
    @Path("payment")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    @Requires(ConsultationsPlugin.ACCEPT)
    public SheetList pay(@Context UriInfo uri, @Valid ActOnSheets input) {
        return shown(uri, decisions.decide(SheetAct.PAY, ConsultationsPlugin.ACCEPT, input.sheets()));
    }

    private SheetList shown(UriInfo uri, List<Result> results) {
        SheetFilter filter = SheetFilter.of(uri.getQueryParameters());
        String asked = uri.getQueryParameters().getFirst("page");
        int page = asked != null && asked.matches("[1-9]\\d{0,3}") ? Integer.parseInt(asked) : 1;
        // whoever decides reads in every role: what was decided on may be out of the way that the decision took
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
                : new Choices(schools.schools(caller.personId(), reader.roles())
                    .stream()
                    .map(one -> new Choice(one.id(), one.name()))
                    .toList(),
                        sheets.providers(reader).stream().map(one -> new Choice(one.id(), one.name())).toList());
    }
}
