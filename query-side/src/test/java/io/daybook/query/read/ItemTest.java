package io.daybook.query.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.read.Cursor;
import io.daybook.domain.read.Page;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItemTest {

    @Test
    void anotherPageFollowsWhenMoreWasFoundThanAskedFor() {
        assertThat(Item.page(items(3), 2)).isEqualTo(new Page(List.of("1", "2"), cursor(2)));
    }

    @Test
    void aFullPageMayBeTheLast() {
        assertThat(Item.page(items(2), 2)).isEqualTo(new Page(List.of("1", "2"), null));
    }

    @Test
    void nothingFoundIsAnEmptyPage() {
        assertThat(Item.page(items(0), 2)).isEqualTo(new Page(List.of(), null));
    }

    private static List<Item> items(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Item(Integer.toString(number), cursor(number)))
                .toList();
    }

    private static Cursor cursor(int number) {
        return new Cursor("key-" + number, "id-" + number);
    }
}
