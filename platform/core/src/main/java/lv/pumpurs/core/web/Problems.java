package lv.pumpurs.core.web;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import lv.pumpurs.spi.Problem;
import lv.pumpurs.spi.Problem.FieldError;
import lv.pumpurs.spi.ProblemType;
import lv.pumpurs.spi.Refused;
import org.jspecify.annotations.Nullable;

/** Turns whatever was thrown into a problem document in the reader's language, without a word of our insides. */
final class Problems {

    static final String TYPE = "urn:pumpurs:problem:";

    private static final System.Logger LOG = System.getLogger(Problems.class.getName());

    private static final int DEEPEST = 20;

    private final Texts texts;
    private final Locale language;
    private final String path;
    private final boolean jsonSent;

    /** Only a caller who sent JSON can have sent broken JSON: otherwise it is ours that broke. */
    Problems(Texts texts, Locale language, String path, boolean jsonSent) {
        this.texts = texts;
        this.language = language;
        this.path = path;
        this.jsonSent = jsonSent;
    }

    /** The container wraps what we throw, so the first cause that says something counts. */
    Problem of(Throwable thrown) {
        WebApplicationException web = null;
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            Problem told = told(cause);
            if (told != null) {
                return told;
            }
            web = web == null && cause instanceof WebApplicationException found ? found : web;
            cause = cause.getCause();
        }
        return web != null && web.getResponse().getStatus() < 500 ? of(web.getResponse().getStatus()) : failure(thrown);
    }

    private @Nullable Problem told(Throwable cause) {
        return switch (cause) {
            case Refused refused -> of(refused.type(), fields(refused), refused.arguments().toArray());
            case InvalidInput invalid -> of(WebProblem.INVALID_INPUT, invalid.errors());
            case ConstraintViolationException violated -> of(WebProblem.INVALID_INPUT,
                    new Violations(texts).sentences(violated.getConstraintViolations(), language));
            case OptimisticLockException lost -> of(WebProblem.CONFLICT, Map.of());
            case JsonbException broken when jsonSent -> of(WebProblem.BROKEN_JSON, Map.of());
            case JsonException broken when jsonSent -> of(WebProblem.BROKEN_JSON, Map.of());
            default -> null;
        };
    }

    Problem of(int status) {
        Problem problem = of(WebProblem.of(status), Map.of());
        return new Problem(problem.type(), problem.title(), status, problem.detail(), path, List.of());
    }

    /** Fields carry keys of texts. */
    private Map<String, String> fields(Refused refused) {
        Map<String, String> sentences = new LinkedHashMap<>();
        refused.fields()
            .forEach(
                    (field, key) -> sentences.put(field, texts.text(language, key, refused.arguments().toArray())));
        return sentences;
    }

    private Problem of(ProblemType type, Map<String, String> fields, @Nullable Object... arguments) {
        String key = "problem." + type.code();
        List<FieldError> errors = fields.entrySet()
            .stream()
            .map(entry -> new FieldError(entry.getKey(), entry.getValue()))
            .toList();
        return new Problem(TYPE + type.code(), texts.text(language, key + ".title", arguments), type.status(),
                texts.text(language, key + ".detail", arguments), path, errors);
    }

    private Problem failure(Throwable thrown) {
        String id = UUID.randomUUID().toString();
        LOG.log(System.Logger.Level.ERROR, "Request failed, id {0}: {1}", id, Trace.of(thrown));
        return new Problem(TYPE + "unexpected", texts.text(language, "problem.unexpected.title"), 500,
                texts.text(language, "problem.unexpected.detail", id), path, List.of());
    }
}
