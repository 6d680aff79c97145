package io.daybook.domain.shared;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map whose copies share structure: {@code with} and {@code without} cost O(log n)
 * instead of a full copy. A stock item on sale has tens of thousands of reservations, and its state
 * must stay a value that {@code evolve} can return.
 *
 * <p>A treap: a binary search tree by key that is a heap by the key's mixed hash, so its shape
 * depends on its content only.
 */
public final class PersistentMap<K extends Comparable<K>, V> {

    private static final PersistentMap<?, ?> EMPTY = new PersistentMap<>(null);

    private final @Nullable Node<K, V> root;

    private PersistentMap(@Nullable Node<K, V> root) {
        this.root = root;
    }

    @SuppressWarnings("unchecked") // an empty map holds neither keys nor values
    public static <K extends Comparable<K>, V> PersistentMap<K, V> empty() {
        return (PersistentMap<K, V>) EMPTY;
    }

    public Optional<V> get(K key) {
        Node<K, V> node = root;
        while (node != null) {
            int order = key.compareTo(node.key);
            if (order == 0) {
                return Optional.of(node.value);
            }
            node = order < 0 ? node.left : node.right;
        }
        return Optional.empty();
    }

    public PersistentMap<K, V> with(K key, V value) {
        return new PersistentMap<>(insert(root, key, value));
    }

    public PersistentMap<K, V> without(K key) {
        return new PersistentMap<>(delete(root, key));
    }

    public int size() {
        return size(root);
    }

    /** The least key; empty when the map is. */
    public Optional<K> first() {
        Node<K, V> node = root;
        while (node != null && node.left != null) {
            node = node.left;
        }
        return node == null ? Optional.empty() : Optional.of(node.key);
    }

    /** The greatest key; empty when the map is. */
    public Optional<K> last() {
        Node<K, V> node = root;
        while (node != null && node.right != null) {
            node = node.right;
        }
        return node == null ? Optional.empty() : Optional.of(node.key);
    }

    /** Visits the entries in the order of their keys. */
    public void forEach(BiConsumer<K, V> visitor) {
        visit(root, visitor);
    }

    private record Node<K, V>(
            K key,
            V value,
            int priority,
            int size,
            @Nullable Node<K, V> left,
            @Nullable Node<K, V> right) {

        static <K, V> Node<K, V> of(
                K key,
                V value,
                int priority,
                @Nullable Node<K, V> left,
                @Nullable Node<K, V> right) {
            return new Node<>(
                    key,
                    value,
                    priority,
                    1 + PersistentMap.size(left) + PersistentMap.size(right),
                    left,
                    right);
        }

        Node<K, V> withLeft(@Nullable Node<K, V> other) {
            return of(key, value, priority, other, right);
        }

        Node<K, V> withRight(@Nullable Node<K, V> other) {
            return of(key, value, priority, left, other);
        }
    }

    private static int size(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.size;
    }

    private static int priority(Object key) {
        int hash = key.hashCode() * 0x9E3779B9;
        hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        return hash ^ (hash >>> 13);
    }

    private static <K extends Comparable<K>, V> Node<K, V> insert(
            @Nullable Node<K, V> node, K key, V value) {
        if (node == null) {
            return Node.of(key, value, priority(key), null, null);
        }
        int order = key.compareTo(node.key);
        if (order == 0) {
            return Node.of(key, value, node.priority, node.left, node.right);
        }
        if (order < 0) {
            Node<K, V> left = insert(node.left, key, value);
            return left.priority > node.priority
                    ? left.withRight(node.withLeft(left.right))
                    : node.withLeft(left);
        }
        Node<K, V> right = insert(node.right, key, value);
        return right.priority > node.priority
                ? right.withLeft(node.withRight(right.left))
                : node.withRight(right);
    }

    private static <K extends Comparable<K>, V> @Nullable Node<K, V> delete(
            @Nullable Node<K, V> node, K key) {
        if (node == null) {
            return null;
        }
        int order = key.compareTo(node.key);
        if (order < 0) {
            return node.withLeft(delete(node.left, key));
        }
        return order > 0 ? node.withRight(delete(node.right, key)) : merge(node.left, node.right);
    }

    private static <K, V> @Nullable Node<K, V> merge(
            @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (left == null) {
            return right;
        }
        if (right == null) {
            return left;
        }
        return left.priority > right.priority
                ? left.withRight(merge(left.right, right))
                : right.withLeft(merge(left, right.left));
    }

    private static <K, V> void visit(@Nullable Node<K, V> node, BiConsumer<K, V> visitor) {
        if (node != null) {
            visit(node.left, visitor);
            visitor.accept(node.key, node.value);
            visit(node.right, visitor);
        }
    }
}
