package lv.pumpurs.core.web;

import jakarta.validation.Validator;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.spi.RestrictedText;
import org.jspecify.annotations.Nullable;

/** Makes of a posted form the same record that JSON would make, and says in words what is wrong with it. */
final class FormBinding {

    private static final DateTimeFormatter LATVIAN = DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);

    private final Validator validator;
    private final Texts texts;

    FormBinding(Validator validator, Texts texts) {
        this.validator = validator;
        this.texts = texts;
    }

    /**
     * Binds and validates.
     *
     * @param type record to make
     * @param fields what was posted
     * @param language of the sentences
     * @return a valid record
     * @throws InvalidInput with what was typed and what is wrong
     */
    <R extends Record> R bind(Class<R> type, FormFields fields, Locale language) {
        Bound<R> bound = read(type, fields, language);
        if (!bound.errors().isEmpty()) {
            throw new InvalidInput(new InvalidInput.Typed(type, fields.typed()), bound.errors());
        }
        return bound.value();
    }

    /**
     * Binds and validates, and leaves it to the caller what to do about errors.
     *
     * @param type record to make
     * @param fields what was posted
     * @param language of the sentences
     * @return the record as far as it could be made, and what is wrong with it
     */
    <R extends Record> Bound<R> read(Class<R> type, FormFields fields, Locale language) {
        Map<String, String> errors = new LinkedHashMap<>();
        R record = record(type, fields, "", errors, language);
        Rows rows = new Rows(fields);
        new Violations(texts).sentences(validator.validate(record), language)
            .forEach((field, sentence) -> errors.putIfAbsent(rows.asPosted(field), sentence));
        return new Bound<>(record, errors);
    }

    private <R extends Record> R record(Class<R> type, FormFields fields, String prefix, Map<String, String> errors,
            Locale language) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable
        Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            String name = prefix + component.getName();
            try {
                values[i] = component.getType() == List.class && element(component).isRecord()
                        ? rows(component, fields, name, errors, language)
                        : value(component, fields, name);
            } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
                values[i] = absent(component.getType());
                errors.put(name, texts.text(language, key(component.getType())));
            }
        }
        return make(type, components, values);
    }

    /** A list of records is posted row by row: {@code measures.1.kind}. */
    private List<Record> rows(RecordComponent component, FormFields fields, String name, Map<String, String> errors,
            Locale language) {
        List<Record> rows = new ArrayList<>();
        for (String row : fields.rows(name)) {
            rows.add(record(element(component).asSubclass(Record.class), fields, name + "." + row + ".", errors,
                    language));
        }
        return rows;
    }

    /** The validator counts the rows of a list; a form names them. */
    private record Rows(FormFields fields) {

        String asPosted(String field) {
            String[] parts = field.split("\\.", 3);
            if (parts.length < 3 || !parts[1].matches("\\d{1,4}")) {
                return field;
            }
            List<String> rows = fields.rows(parts[0]);
            int number = Integer.parseInt(parts[1]);
            return number < rows.size() ? parts[0] + "." + rows.get(number) + "." + parts[2] : field;
        }
    }

    private static <R extends Record> R make(Class<R> type, RecordComponent[] components,
            @Nullable Object[] values) {
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be made from a form", e);
        }
    }

    private static @Nullable Object value(RecordComponent component, FormFields fields, String name) {
        if (component.getType() == List.class) {
            Class<?> element = element(component);
            List<Object> all = new ArrayList<>();
            for (String text : fields.all(name)) {
                if (!text.isBlank()) {
                    all.add(convert(element, text));
                }
            }
            return List.copyOf(all);
        }
        String text = fields.first(name);
        return text == null || text.isBlank() ? absent(component.getType()) : convert(component.getType(), text);
    }

    private static Class<?> element(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element ? element : String.class;
    }

    private static @Nullable Object absent(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? (Object) 0 : type == long.class ? (Object) 0L : null;
    }

    private static Object convert(Class<?> type, String typed) {
        String text = typed.strip();
        if (type == String.class) {
            return typed;
        } else if (type == RestrictedText.class) {
            return RestrictedText.of(text);
        } else if (type == Integer.class || type == int.class) {
            return Integer.valueOf(text);
        } else if (type == Long.class || type == long.class) {
            return Long.valueOf(text);
        } else if (type == BigDecimal.class) {
            return decimal(text);
        } else if (type == LocalDate.class) {
            return date(text);
        } else if (type == LocalTime.class) {
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } else if (type == Boolean.class || type == boolean.class) {
            return text.equals("on") || text.equals("true");
        } else if (type == UUID.class) {
            return UUID.fromString(text);
        } else if (type.isEnum()) {
            return constant(type, text);
        }
        throw new IllegalStateException("a form cannot fill a " + type.getName());
    }

    /** As written here, {@code 1 234,50}, or as written by a program. Length is bounded: 1E+999999999 is no number. */
    private static BigDecimal decimal(String text) {
        String plain = text.replace("\u00a0", "").replace(" ", "").replace(',', '.');
        if (plain.length() > 30 || plain.indexOf('e') >= 0 || plain.indexOf('E') >= 0) {
            throw new NumberFormatException("not a plain number");
        }
        return new BigDecimal(plain);
    }

    /** As a browser's date field sends it, or as written here: {@code 22.11.2026.} */
    private static LocalDate date(String text) {
        String plain = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return PlausibleDay.of(plain.indexOf('.') > 0 ? LocalDate.parse(plain, LATVIAN) : LocalDate.parse(plain));
    }

    private static Object constant(Class<?> type, String text) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no such choice");
    }

    private static String key(Class<?> type) {
        if (type == LocalDate.class) {
            return "validation.not-a-date";
        } else if (type == LocalTime.class) {
            return "validation.not-a-time";
        }
        return type == UUID.class || type.isEnum() || type == List.class
                ? "validation.not-a-choice"
                : "validation.not-a-number";
    }
}
