package io.daybook.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PersistentMapTest {

    @Test
    void behavesLikeATreeMapUnderRandomChanges() {
        var random = new Random(7);
        var expected = new TreeMap<Integer, Integer>();
        PersistentMap<Integer, Integer> map = PersistentMap.empty();
        for (int i = 0; i < 20_000; i++) {
            int key = random.nextInt(2_000);
            if (random.nextInt(3) == 0) {
                expected.remove(key);
                map = map.without(key);
            } else {
                expected.put(key, i);
                map = map.with(key, i);
            }
        }

        List<Integer> keys = new ArrayList<>();
        map.forEach((key, value) -> {
            keys.add(key);
            assertThat(value).isEqualTo(expected.get(key));
        });
        assertThat(keys).containsExactlyElementsOf(expected.keySet());
        assertThat(map.size()).isEqualTo(expected.size());
    }

    /** Keys that arrive sorted must not make a list of it: every change walks down, recursively. */
    @Test
    void staysShallowWhateverTheOrderOfItsKeys() {
        PersistentMap<Integer, Integer> map = PersistentMap.empty();
        for (int i = 0; i < 100_000; i++) {
            map = map.with(i, i).with(-i, i);
        }
        assertThat(map.size()).isEqualTo(199_999);
        assertThat(map.first()).contains(-99_999);
        assertThat(map.last()).contains(99_999);
        for (int i = 99_999; i > 0; i--) {
            map = map.without(i).without(-i);
        }

        assertThat(map.size()).isEqualTo(1);
        assertThat(map.first()).contains(0);
        assertThat(map.without(0).first()).isEmpty();
        assertThat(map.without(0).last()).isEmpty();
        assertThat(map.without(7).get(0)).contains(0);
    }

    @Test
    void anOlderCopyKeepsWhatItHeld() {
        PersistentMap<String, Integer> before = PersistentMap.<String, Integer>empty().with("a", 1);

        var after = before.with("a", 2).with("b", 3);

        assertThat(before.get("a")).contains(1);
        assertThat(before.get("b")).isEmpty();
        assertThat(after.get("a")).contains(2);
    }
}
