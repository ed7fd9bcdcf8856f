package lv.pumpurs.launcher.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** Makes Latvian names out of lists; given and family name agree in gender. */
final class DemoNames {

    private static final List<String> GIRLS = List.of("Anna", "Elīna", "Šarlote", "Līga", "Marta", "Sofija", "Emīlija",
            "Alise", "Paula", "Katrīna", "Zane", "Undīne", "Ieva", "Laura", "Ņina", "Ģertrūde", "Elizabete", "Krista",
            "Madara", "Rūta", "Estere", "Annija", "Viktorija", "Ķērsta", "Dārta", "Luīze", "Anna-Elizabete");
    private static final List<String> BOYS = List.of("Jānis", "Pēteris", "Artūrs", "Ādams", "Kārlis", "Rihards",
            "Gustavs", "Roberts", "Ernests", "Daniels", "Emīls", "Markuss", "Toms", "Kristaps", "Ņikita", "Jēkabs",
            "Oskars", "Raivis", "Uģis", "Dāvis", "Žanis", "Čārlijs", "Eduards", "Mārcis", "Haralds",
            "Kārlis-Kristiāns");
    /** Family names of women and of men. */
    private static final List<String> FAMILIES = List.of("Bērziņa Bērziņš", "Kalniņa Kalniņš", "Ozola Ozols",
            "Šķēle Šķēle", "Liepiņa Liepiņš", "Krūmiņa Krūmiņš", "Žagare Žagars", "Ķirse Ķirsis", "Ābola Ābols",
            "Vītola Vītols", "Zariņa Zariņš", "Čakste Čakste", "Dūmiņa Dūmiņš", "Eglīte Eglītis", "Freimane Freimanis",
            "Grīnberga Grīnbergs", "Jansone Jansons", "Ļaudama Ļaudams", "Mūrniece Mūrnieks", "Ņemme Ņemme",
            "Petrova Petrovs", "Roze Rozītis", "Sproģe Sproģis", "Tīruma Tīrums", "Upīte Upītis", "Vanaga Vanags",
            "Zeltiņa Zeltiņš", "Ūdre Ūdris", "Īvāne Īvāns", "Cālīte Cālītis",
            "Skuja-Kalniņzemniece Skuja-Kalniņzemnieks",
            "Lapsa Lapsa", "Puriņa Puriņš", "Ērgle Ērglis", "Ivanova Ivanovs", "Stūrīte Stūrītis");

    private DemoNames() {}

    /**
     * A person's name.
     *
     * @param given given name
     * @param family family name
     */
    record Name(String given, String family) {}

    static Name next(RandomGenerator random) {
        boolean girl = random.nextBoolean();
        var family = one(FAMILIES, random).split(" ");
        return new Name(one(girl ? GIRLS : BOYS, random), family[girl ? 0 : 1]);
    }

    private static String one(List<String> names, RandomGenerator random) {
        return names.get(random.nextInt(names.size()));
    }
}
