package lv.pumpurs.core.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import lv.pumpurs.spi.Problem.FieldError;

/**
 * What Bean Validation found wrong, as sentences in the reader's language. The words come from our texts (module
 * {@code validation}), keyed like the constraints' own messages, since the validator that a container brings speaks
 * no Latvian and knows only the server's language.
 */
final class Violations {

    private final Texts texts;

    Violations(Texts texts) {
        this.texts = texts;
    }

    /** Field to sentence; of several sentences about a field the first by text, so that answers are repeatable. */
    Map<String, String> sentences(Collection<? extends ConstraintViolation<?>> violations, Locale language) {
        Map<String, String> sentences = new LinkedHashMap<>();
        violations.stream()
            .map(violation -> new FieldError(field(violation.getPropertyPath()), sentence(violation, language)))
            .sorted(java.util.Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
            .forEach(error -> sentences.putIfAbsent(error.field(), error.message()));
        return sentences;
    }

    private String sentence(ConstraintViolation<?> violation, Locale language) {
        String template = violation.getMessageTemplate();
        boolean key = template.startsWith("{") && template.endsWith("}");
        return key
                ? texts.named(language, template.substring(1, template.length() - 1),
                        violation.getConstraintDescriptor().getAttributes())
                : template;
    }

    /** The field, without the method and parameter above it; inside a list with the row: {@code measures.1.kind}. */
    private static String field(Path path) {
        String last = "";
        StringBuilder field = new StringBuilder();
        for (Path.Node node : path) {
            last = node.getName() == null ? last : node.getName();
            if (node.getKind() == ElementKind.PROPERTY) {
                field.append(field.isEmpty() ? "" : node.getIndex() == null ? "." : "." + node.getIndex() + ".")
                    .append(node.getName());
            }
        }
        return field.isEmpty() ? last : field.toString();
    }
}
