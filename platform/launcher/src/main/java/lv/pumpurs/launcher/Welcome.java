package lv.pumpurs.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lv.pumpurs.launcher.demo.DemoAccount;
import lv.pumpurs.spi.Role;

/** The one table at the end of a start: addresses, who can sign in, how to stop. */
final class Welcome {

    private final StackUrls urls;
    private final List<DemoAccount> users;
    private final String password;

    Welcome(StackUrls urls, List<DemoAccount> users, String password) {
        this.urls = urls;
        this.users = users;
        this.password = password;
    }

    String text() {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[]{"Pumpurs", urls.app(), ""});
        rows.add(new String[]{"Keycloak", urls.keycloak(), "user admin, password in .pumpurs/secrets/keycloak-admin"});
        rows.add(new String[]{"PostgreSQL", urls.database(), "passwords in .pumpurs/secrets"});
        rows.add(new String[]{"", "", ""});
        for (DemoAccount user : users) {
            rows.add(new String[]{user.tenants().isEmpty() ? "(operator)" : String.join(", ", user.tenants()),
                    user.email(),
                    user.roles().stream().map(Role::name).collect(Collectors.joining(", "))});
        }
        rows.add(new String[]{"", "", ""});
        rows.add(new String[]{"password", password, "of every demo user"});
        rows.add(new String[]{"stop", "Ctrl-C", "or SIGTERM; -Dfresh at the next start deletes the data"});
        return table(rows);
    }

    private static String table(List<String[]> rows) {
        int first = width(rows, 0);
        int second = width(rows, 1);
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            String line = "  " + padded(row[0], first) + "  " + padded(row[1], second) + "  " + row[2];
            text.append(line.stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(List<String[]> rows, int column) {
        return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
