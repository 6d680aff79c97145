package io.daybook.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SheetTest {

    private final Problems problems = new Problems();

    @Test
    void countsLinesAndNotRecords() {
        var read = read("sku,name\n\n1,\"two\nlines\"\n\r\n2,b\r\n3,c");

        assertThat(read).containsExactly("3 1 two\nlines", "6 2 b", "7 3 c");
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void readsColumnsInAnyOrderAndCaseAndBehindAByteOrderMark() {
        assertThat(read("\uFEFFNAME,other,Sku\nb,x,1\n")).containsExactly("2 1 b");
    }

    @Test
    void reportsARowOfAnotherWidthAndGoesOn() {
        assertThat(read("sku,name\n1\n2,b\n3,c,d\n")).containsExactly("3 2 b");
        assertThat(problems.all())
                .extracting(Problems.Problem::toString)
                .containsExactly(
                        "a.csv:2: has 1 columns instead of 2",
                        "a.csv:4: has 3 columns instead of 2");
    }

    @Test
    void reportsWhereAnOpenQuoteMakesTheRestUnreadable() {
        assertThat(read("sku,name\n1,a\n2,\"b\n3,c\n")).containsExactly("2 1 a");
        assertThat(problems.all()).singleElement().extracting(Problems.Problem::line).isEqualTo(2L);
    }

    @Test
    void refusesAFileWithoutARequiredColumn() {
        assertThatThrownBy(() -> read("sku,title\n1,a\n"))
                .isInstanceOf(Failure.class)
                .hasMessage("a.csv lacks the column name");
    }

    private List<String> read(String text) {
        var rows = new ArrayList<String>();
        new Sheet("a.csv", text)
                .read(
                        Set.of("sku", "name"),
                        problems,
                        row ->
                                rows.add(
                                        "%d %s %s"
                                                .formatted(
                                                        row.line(),
                                                        row.required("sku"),
                                                        row.text("name"))));
        return rows;
    }
}
