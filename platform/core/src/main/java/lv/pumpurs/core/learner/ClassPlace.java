package lv.pumpurs.core.learner;

/**
 * A place in a class: {@code 5.a} in grade 5, or year 2 of vocational education in group {@code P1-2}.
 *
 * @param className name of the class or group
 * @param grade 1 to 12, or the year 1 to 4 of vocational education
 * @param vocational whether the grade is a year of vocational education
 */
public record ClassPlace(String className, int grade, boolean vocational) {

    /**
     * A place in a class.
     *
     * @throws IllegalArgumentException if there is no such grade, or the class has no name
     */
    public ClassPlace {
        if (grade < 1 || grade > (vocational ? 4 : 12)) {
            throw new IllegalArgumentException("No such grade: " + grade);
        }
        if (className.isBlank()) {
            throw new IllegalArgumentException("A class has a name");
        }
    }

    /**
     * A place in a class of general education.
     *
     * @param grade 1 to 12
     * @param letter letter of the class
     * @return for instance {@code 5.a}
     */
    public static ClassPlace general(int grade, String letter) {
        return new ClassPlace(grade + "." + letter, grade, false);
    }
}
