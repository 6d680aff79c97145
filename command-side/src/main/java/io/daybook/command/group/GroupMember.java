package io.daybook.command.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one command of a group wants to have written. While it is handled, whoever would write to
 * the database leaves the write here instead.
 */
public final class GroupMember {

    private static final ScopedValue<GroupMember> CURRENT = ScopedValue.newInstance();

    private final List<Write<?>> writes = new ArrayList<>(2);
    private @Nullable Long position;

    private record Write<W>(GroupWriter<W> writer, W what) {}

    /** The member that this thread works for; empty when it writes by itself. */
    public static Optional<GroupMember> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Works for this member. */
    public <T> T during(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    public <W> void add(GroupWriter<W> writer, W write) {
        writes.add(new Write<>(writer, write));
    }

    public boolean writes() {
        return !writes.isEmpty();
    }

    /**
     * The position in the log that the group's events reached, at least that of this member's own;
     * empty when it has none, or before they are written.
     */
    public Optional<Long> position() {
        return Optional.ofNullable(position);
    }

    @SuppressWarnings("unchecked") // a write was added together with its writer
    <W> List<W> writesFor(GroupWriter<W> writer) {
        return writes.stream()
                .filter(write -> write.writer().equals(writer))
                .map(write -> (W) write.what())
                .toList();
    }

    void reached(long index) {
        position = index;
    }
}
