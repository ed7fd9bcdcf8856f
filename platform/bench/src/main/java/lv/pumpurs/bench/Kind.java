package lv.pumpurs.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

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
        LIST, ONE, WRITE
    }

    /** How it is answered, and by whom. */
    enum Form {
        JSON, HTML, FLOOR
    }

    /** In which role; the number is the person's in {@code data/tenant.sql}. */
    enum Who {
        CLASS_TEACHER(1), TENANT_COORDINATOR(501), PROVIDER(101);

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

    /** Learners 1 to 25 are the first class; whoever writes does so about one with a plan. */
    private static final int CLASS = 25;
    private static final int EVERY_FOURTH = 4;
    /** Made once: a client that formats texts takes time that the servers could have had. */
    private static final List<String> LEARNERS = IntStream.rangeClosed(0, CLASS).mapToObj(i -> key(2, i)).toList();
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
        all.add(new Kind(Act.WRITE, Form.JSON, Who.PROVIDER));
        all.add(new Kind(Act.WRITE, Form.FLOOR, Who.PROVIDER));
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

    /** The learner of a request: all of a class, one after the other; or those with a plan. */
    String learner(int turn) {
        return LEARNERS.get(act == Act.WRITE
                ? 1 + Math.floorMod(turn, 1 + (CLASS - 1) / EVERY_FOURTH) * EVERY_FOURTH
                : 1 + Math.floorMod(turn, CLASS));
    }

    private static String key(int table, int number) {
        return String.format(Locale.ROOT, "01900000-0000-700%d-8000-%012d", table, number);
    }

    /** The whole request as it goes over the wire. */
    String request(int port, String tenant, String learner, String token) {
        String path = switch (act) {
            case LIST -> "/t/" + tenant + "/learners?size=50";
            case ONE -> "/t/" + tenant + "/learners/" + learner;
            case WRITE -> "/t/" + tenant + "/consultations/learners/" + learner + "/new";
        };
        String host = " HTTP/1.1\r\nHost: localhost:" + port + "\r\n";
        if (form == Form.FLOOR) {
            return "GET /floor?script=" + script() + "&tenant=" + tenant + "&learner=" + learner + host + "\r\n";
        }
        String head = host + "Authorization: Bearer " + token + "\r\nAccept-Language: lv\r\nAccept: "
                + (form == Form.HTML ? "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8" : "application/json")
                + "\r\n";
        if (act != Act.WRITE) {
            return "GET " + path + head + "\r\n";
        }
        String body = "{\"heldOn\":\"2026-09-15\",\"subject\":\"Fizika\",\"minutes\":40}";
        return "POST " + path + head + "Content-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    @Override
    public String toString() {
        String what = switch (act) {
            case LIST -> "list of learners";
            case ONE -> "one learner";
            case WRITE -> "write a consultation";
        };
        return what + ", " + (form == Form.FLOOR ? "floor" : form.name()) + ", "
                + who.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
