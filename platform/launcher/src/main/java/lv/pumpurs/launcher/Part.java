package lv.pumpurs.launcher;

/** The processes of the stack, in the order in which they are stopped: what needs another is stopped before it. */
enum Part {
    APPLICATION("Liberty", "liberty.log"), KEYCLOAK("Keycloak", "keycloak.log"), KEYCLOAK_BUILD("Keycloak build",
            "keycloak-build.log"),
    DATABASE("PostgreSQL", "postgresql.log");

    private final String title;
    private final String logName;

    Part(String title, String logName) {
        this.title = title;
        this.logName = logName;
    }

    String title() {
        return title;
    }

    String logName() {
        return logName;
    }
}
