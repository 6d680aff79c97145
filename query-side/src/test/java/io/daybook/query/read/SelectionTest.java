package io.daybook.query.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void searchesForTheTextItselfWhateverItContains() {
        assertThat(Selection.containing("50%_Off\\")).isEqualTo("%50\\%\\_off\\\\%");
    }

    @Test
    void searchesForNothingWithoutAText() {
        assertThat(Selection.containing(null)).isNull();
    }
}
