package io.daybook.load.bench;

import java.util.Arrays;

/** A list of longs without boxes. */
final class Growing {

    private long[] values = new long[4096];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    void addAll(Growing other) {
        for (int i = 0; i < other.size; i++) {
            add(other.values[i]);
        }
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
