package lv.pumpurs.core.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Proxy;
import lv.pumpurs.spi.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version somebody has read. */
class ReadVersionTest {

    private static final MediaType FORM = MediaType.APPLICATION_FORM_URLENCODED_TYPE;
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;

    @ParameterizedTest
    @CsvSource({"'\"7\"',7", "'W/\"7\"',7", "' \"0\" ',0", "*,", "7,", "'\"-1\"',", "'\"1\", \"2\"',",
            "'\"99999999999\"',"})
    void a_program_says_it_by_if_match(String header, @Nullable Integer number) {
        if (number == null) {
            refused(WebProblem.CHANGED_SINCE, JSON, header, null);
        } else {
            assertThat(ReadVersion.of(headers(JSON, header), null)).isEqualTo(new ReadVersion(number, false));
        }
    }

    @Test
    void a_form_says_it_by_its_field_and_a_document_does_not() {
        assertThat(ReadVersion.of(headers(FORM, null), 3)).isEqualTo(new ReadVersion(3, true));
        refused(WebProblem.VERSION_NEEDED, JSON, null, 3);
        refused(WebProblem.VERSION_NEEDED, FORM, null, null);
        refused(WebProblem.VERSION_NEEDED, null, null, null);
    }

    @Test
    void what_has_changed_since_is_not_changed_again() {
        new ReadVersion(3, true).require(3);
        assertThatThrownBy(() -> new ReadVersion(3, true).require(4)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.type()).isEqualTo(WebProblem.CONFLICT));
        assertThatThrownBy(() -> new ReadVersion(3, false).require(2)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.type()).isEqualTo(WebProblem.CHANGED_SINCE));
    }

    private static void refused(WebProblem problem, @Nullable MediaType type, @Nullable String header,
            @Nullable Integer typed) {
        assertThatThrownBy(() -> ReadVersion.of(headers(type, header), typed)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.type()).isEqualTo(problem));
    }

    /** Headers of a request with nothing else in it. */
    private static HttpHeaders headers(@Nullable MediaType type, @Nullable String ifMatch) {
        return (HttpHeaders) Proxy.newProxyInstance(ReadVersionTest.class.getClassLoader(),
                new Class<?>[]{HttpHeaders.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getMediaType" -> type;
                    case "getHeaderString" -> arguments[0].equals(HttpHeaders.IF_MATCH) ? ifMatch : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
