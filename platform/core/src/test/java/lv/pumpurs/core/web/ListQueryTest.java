package lv.pumpurs.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListQueryTest {

    @Test
    void a_list_is_asked_for_in_its_address() {
        assertThat(query("page", "3", "size", "50", "sort", "-class")).isEqualTo(new ListQuery(3, 50, "class", true));
    }

    @Test
    void a_wrong_value_counts_as_the_usual_one() {
        ListQuery usual = new ListQuery(1, 25, "name", false);
        assertThat(query()).isEqualTo(usual);
        assertThat(query("page", "-1", "size", "1000", "sort", "-password")).isEqualTo(usual);
        assertThat(query("page", "x", "size", "", "sort", "")).isEqualTo(usual);
        assertThat(query("page", "999999999999").page()).isEqualTo(1);
    }

    @Test
    void a_page_says_which_rows_it_shows() {
        Paging paging = query("page", "2").of(43);
        assertThat(paging.first()).isEqualTo(26);
        assertThat(paging.until()).isEqualTo(43);
        assertThat(paging.last()).isEqualTo(2);
        assertThat(query().of(0).first()).isZero();
        assertThat(query().of(0).last()).isEqualTo(1);
    }

    @Test
    void a_second_click_on_a_column_turns_it_round() {
        Paging paging = query("sort", "class").of(1);
        assertThat(paging.toggled("class")).isEqualTo("-class");
        assertThat(paging.order("class")).isEqualTo("ascending");
        assertThat(paging.toggled("name")).isEqualTo("name");
        assertThat(query("sort", "-class").of(1).toggled("class")).isEqualTo("class");
    }

    @Test
    void changing_a_filter_keeps_the_others_and_goes_back_to_the_first_page() {
        Address here = Address.of("/t/lubana/learners", "class=9.a&q=%C5%A0%C4%B7&page=3&broken&bad=%zz");
        assertThat(here.with("grade", "9")).isEqualTo("/t/lubana/learners?class=9.a&q=%C5%A0%C4%B7&bad=&grade=9");
        assertThat(here.with("page", "4")).endsWith("&page=4").doesNotContain("page=3");
        assertThat(Address.of("/x", "a=1").with("a", null)).isEqualTo("/x");
    }

    private static ListQuery query(String... pairs) {
        MultivaluedHashMap<String, String> query = new MultivaluedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            query.add(pairs[i], pairs[i + 1]);
        }
        return ListQuery.of(query, Set.of("name", "class"), "name");
    }
}
