package io.daybook.command.eventstore;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Positions of the processors. Every write is checked against the owner in the same statement and
 * never takes over a foreign claim: a node that was paused beyond its claim cannot store a position
 * any more, so its whole batch rolls back. Claims age by the clock of the database, the only one
 * that all nodes share.
 *
 * <p>Every write is checked against the position before it, too: a database that crashed may have
 * lost the last ones, and with them what the processor wrote. Going on from memory would leave
 * those events out; refused, the processor claims the segment again and goes on from what is there.
 */
final class FencedTokenStore implements TokenStore {

    private static final String CONFIG = "__config";

    /**
     * {@code clock_timestamp()}, because {@code now()} is the start of a transaction that may have
     * run for long.
     */
    private static final String CLAIM =
            """
            UPDATE daybook.token_entry SET owner = ?, claimed_at = clock_timestamp()
            WHERE processor_name = ? AND segment = ?
              AND (owner IS NULL OR owner = ? OR claimed_at < clock_timestamp() - make_interval(secs => ?))
            RETURNING token, token_type
            """;

    /**
     * The commit that comes with a token does not wait for the disk. Whatever was written with the
     * token shares its commit, so a crash of the database takes back both, and the events are
     * handled again.
     */
    private static final String STORE_LAZILY =
            """
            UPDATE daybook.token_entry SET token = ?, token_type = ?, claimed_at = clock_timestamp()
            FROM (SELECT set_config('synchronous_commit', 'off', true) AS setting OFFSET 0) AS lazily\
            """;

    private static final String OWNED = " WHERE processor_name = ? AND segment = ? AND owner = ?";

    private static final String UNCHANGED = OWNED + " AND token IS NOT DISTINCT FROM ?";

    private final JdbcTemplate jdbc;
    private final Serializer serializer;
    private final String node;
    private final double claimSeconds;

    /** The position in the table, as far as this node knows, of each segment that it claimed. */
    private final Map<Claim, StoredToken> known = new ConcurrentHashMap<>();

    private record Claim(String processorName, int segment) {}

    FencedTokenStore(
            DataSource dataSource, Serializer serializer, NodeId node, Duration claimTimeout) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.serializer = serializer;
        this.node = node.value();
        this.claimSeconds = claimTimeout.toMillis() / 1000.0;
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public void initializeTokenSegments(String processorName, int segmentCount) {
        initializeTokenSegments(processorName, segmentCount, null);
    }

    @Override
    public void initializeTokenSegments(
            String processorName, int segmentCount, @Nullable TrackingToken initialToken) {
        for (var segment = 0; segment < segmentCount; segment++) {
            insert(initialToken, processorName, segment);
        }
    }

    @Override
    public void initializeSegment(
            @Nullable TrackingToken token, String processorName, int segment) {
        if (insert(token, processorName, segment) == 0) {
            throw new UnableToInitializeTokenException(
                    "Segment %d of %s is already there".formatted(segment, processorName));
        }
    }

    private int insert(@Nullable TrackingToken token, String processorName, int segment) {
        var stored = StoredToken.of(token, serializer);
        // Several nodes may start on an empty table at once: whoever comes second finds the row,
        // without an error.
        return jdbc.update(
                "INSERT INTO daybook.token_entry (processor_name, segment, token, token_type)"
                        + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                processorName,
                segment,
                stored.bytes(),
                stored.type());
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
        var claim = new Claim(processorName, segment);
        var stored = StoredToken.of(token, serializer);
        requireOwned(
                jdbc.update(
                        STORE_LAZILY + UNCHANGED + " AND lazily.setting = 'off'",
                        stored.bytes(),
                        stored.type(),
                        processorName,
                        segment,
                        node,
                        knownOf(claim).bytes()),
                processorName,
                segment);
        // Should the transaction fail after all, the segment is claimed again before the next one.
        known.put(claim, stored);
    }

    private StoredToken knownOf(Claim claim) {
        var token = known.get(claim);
        if (token == null) {
            throw notOwned(claim.processorName, claim.segment);
        }
        return token;
    }

    @Override
    @SuppressWarnings("NullAway") // null is how Axon says "from the beginning"
    public TrackingToken fetchToken(String processorName, int segment) {
        var claimed =
                jdbc.query(
                        CLAIM,
                        (row, number) -> StoredToken.in(row),
                        node,
                        processorName,
                        segment,
                        node,
                        claimSeconds);
        requireOwned(claimed.size(), processorName, segment);
        known.put(new Claim(processorName, segment), claimed.getFirst());
        return claimed.getFirst().read(serializer);
    }

    @Override
    public TrackingToken fetchToken(String processorName, Segment segment) {
        var segments = fetchSegments(processorName);
        var isSplit = contains(segments, segment.splitSegmentId());
        var isMerged = !contains(segments, segment.mergeableSegmentId());
        if (isSplit || isMerged) {
            throw new UnableToClaimTokenException(
                    "Segment %s of %s has been %s"
                            .formatted(segment, processorName, isSplit ? "split" : "merged"));
        }
        return fetchToken(processorName, segment.getSegmentId());
    }

    private static boolean contains(int[] segments, int segment) {
        return Arrays.stream(segments).anyMatch(candidate -> candidate == segment);
    }

    @Override
    public void extendClaim(String processorName, int segment) {
        requireOwned(
                jdbc.update(
                        "UPDATE daybook.token_entry SET claimed_at = clock_timestamp()" + UNCHANGED,
                        processorName,
                        segment,
                        node,
                        knownOf(new Claim(processorName, segment)).bytes()),
                processorName,
                segment);
    }

    /** Takes every claim away, whoever holds it; only while no processor runs anywhere. */
    void releaseAll() {
        jdbc.update("UPDATE daybook.token_entry SET owner = NULL WHERE owner IS NOT NULL");
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        jdbc.update(
                "UPDATE daybook.token_entry SET owner = NULL" + OWNED,
                processorName,
                segment,
                node);
    }

    @Override
    public void deleteToken(String processorName, int segment) {
        requireOwned(
                jdbc.update(
                        "DELETE FROM daybook.token_entry" + OWNED, processorName, segment, node),
                processorName,
                segment);
    }

    @Override
    public int[] fetchSegments(String processorName) {
        return jdbc
                .query(
                        "SELECT segment FROM daybook.token_entry WHERE processor_name = ? ORDER BY segment",
                        (row, number) -> row.getInt(1),
                        processorName)
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processorName) {
        var all = fetchSegments(processorName);
        return jdbc
                .query(
                        "SELECT segment FROM daybook.token_entry WHERE processor_name = ?"
                                + " AND (owner IS NULL OR owner = ?"
                                + " OR claimed_at < clock_timestamp() - make_interval(secs => ?)) ORDER BY segment",
                        (row, number) -> row.getInt(1),
                        processorName,
                        node,
                        claimSeconds)
                .stream()
                .filter(segment -> contains(all, segment))
                .map(segment -> Segment.computeSegment(segment, all))
                .toList();
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        insert(new ConfigToken(Map.of("id", UUID.randomUUID().toString())), CONFIG, 0);
        return jdbc
                .query(
                        "SELECT token, token_type FROM daybook.token_entry WHERE processor_name = ? AND segment = 0",
                        (row, number) -> StoredToken.in(row),
                        CONFIG)
                .stream()
                .map(stored -> stored.read(serializer))
                .map(ConfigToken.class::cast)
                .map(token -> token.get("id"))
                .findFirst();
    }

    private void requireOwned(int rows, String processorName, int segment) {
        if (rows == 0) {
            throw notOwned(processorName, segment);
        }
    }

    private static UnableToClaimTokenException notOwned(String processorName, int segment) {
        return new UnableToClaimTokenException(
                "Segment %d of %s is owned by another node, or gone, or not where this node left it"
                        .formatted(segment, processorName));
    }
}
