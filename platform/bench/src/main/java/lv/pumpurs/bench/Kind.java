package lv.pumpurs.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lv.pumpurs.bench.floor.Script.Turn;

/**
 * A kind of request: what is asked for, in which form, as whom. The form {@link Form#FLOOR} asks the floor for the same
 * rows.
 *
 * @param act what
 * @param form how it is answered
 * @param who in which role
 */
record Kind(Act act, Form form, Who who) {

    /** What is done. */
    enum Act {
        LIST, ONE, MONTH, WRITE
    }

    /** How it is answered, and by whom. */
    enum Form {
        JSON, HTML, FLOOR
    }

    /** In which role; the number is the person's in {@code data/tenant.sql}. */
    enum Who {
        CLASS_TEACHER(1), TENANT_COORDINATOR(501), PROVIDER(101), BUSY_PROVIDER(102);

        private final int number;

        Who(int number) {
            this.number = number;
        }

        String person() {
            return key(1, number);
        }

        String email(String tenant) {
            return "p" + number + "@" + tenant + ".example";
        }
    }

    /** Learners 1 to 25 are the first class; 201 to 400 are the second school's, where every fourth has a plan. */
    private static final int CLASS = 25;
    private static final int FIRST_OF_SCHOOL = 201;
    private static final int PLANS_OF_SCHOOL = 50;
    private static final int EVERY_FOURTH = 4;
    /** Keys of measures by a subject teacher; the number is the learner's. */
    private static final String MEASURES = "01900000-0000-7006-8000-";
    /** Made once: a client that formats texts takes time that the servers could have had. */
    private static final List<String> LEARNERS = IntStream.rangeClosed(0, 400).mapToObj(i -> key(2, i)).toList();
    private static final List<String> TENANTS = IntStream.rangeClosed(0, Settings.MOST_TENANTS)
        .mapToObj(i -> String.format(Locale.ROOT, "b%04d", i))
        .toList();

    /** Every kind, the floor's included. */
    static List<Kind> all() {
        List<Kind> all = new ArrayList<>();
        for (Act act : List.of(Act.LIST, Act.ONE)) {
            for (Who who : List.of(Who.CLASS_TEACHER, Who.TENANT_COORDINATOR)) {
                for (Form form : Form.values()) {
                    all.add(new Kind(act, form, who));
                }
            }
        }
        for (Form form : Form.values()) {
            all.add(new Kind(Act.MONTH, form, Who.PROVIDER));
        }
        all.add(new Kind(Act.WRITE, Form.JSON, Who.BUSY_PROVIDER));
        all.add(new Kind(Act.WRITE, Form.FLOOR, Who.BUSY_PROVIDER));
        return all;
    }

    Kind in(Form other) {
        return new Kind(act, other, who);
    }

    /** Name of the floor's script for this request: the same for every form. */
    String script() {
        return (act + "-" + who).toLowerCase(Locale.ROOT);
    }

    static String tenant(int number) {
        return TENANTS.get(number);
    }

    /** The learner of a request: all of a class, one after the other; or those with a plan of the second school. */
    String learner(int turn) {
        return LEARNERS.get(act == Act.WRITE
                ? FIRST_OF_SCHOOL + Math.floorMod(turn, PLANS_OF_SCHOOL) * EVERY_FOURTH
                : 1 + Math.floorMod(turn, CLASS));
    }

    /** What is asked for this time; whatever is written has a time of its own. */
    Turn turn(int tenant, int turn) {
        int slot = act == Act.WRITE ? Slots.next(tenant) : 0;
        return new Turn(tenant(tenant), learner(turn), Slots.day(slot), Slots.time(slot));
    }

    private static String key(int table, int number) {
        return String.format(Locale.ROOT, "01900000-0000-700%d-8000-%012d", table, number);
    }

    /** The whole request as it goes over the wire. */
    String request(int port, Turn turn, String token) {
        String tenant = "/t/" + turn.tenant();
        String path = switch (act) {
            case LIST -> tenant + "/learners?size=50";
            case ONE -> tenant + "/learners/" + turn.learner();
            case MONTH -> tenant + "/consultations?month=" + Slots.MONTH;
            case WRITE -> tenant + "/consultations/learners/" + turn.learner() + "/new";
        };
        String host = " HTTP/1.1\r\nHost: localhost:" + port + "\r\n";
        if (form == Form.FLOOR) {
            return "GET /floor?script=" + script() + "&tenant=" + turn.tenant() + "&learner=" + turn.learner() + "&day="
                    + turn.day() + "&time=" + turn.time() + host + "\r\n";
        }
        String head = host + "Authorization: Bearer " + token + "\r\nAccept-Language: lv\r\nAccept: "
                + (form == Form.HTML ? "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8" : "application/json")
                + "\r\n";
        if (act != Act.WRITE) {
            return "GET " + path + head + "\r\n";
        }
        String body = "{\"measures\":\"" + MEASURES + turn.learner().substring(MEASURES.length()) + "\",\"heldOn\":\""
                + turn.day() + "\",\"startsAt\":\"" + turn.time() + "\",\"subject\":\"Fizika\",\"minutes\":1}";
        return "POST " + path + head + "Content-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    @Override
    public String toString() {
        String what = switch (act) {
            case LIST -> "list of learners";
            case ONE -> "one learner";
            case MONTH -> "provider's month";
            case WRITE -> "log one consultation";
        };
        return what + ", " + (form == Form.FLOOR ? "floor" : form.name()) + ", "
                + who.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
