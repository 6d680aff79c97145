package io.daybook.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.command.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class FencedTokenStoreIT {

    private static final TrackingToken TOKEN = GapAwareTrackingToken.newInstance(7, List.of(5L));

    private final TestNode node = new TestNode(TestDatabase.fresh());
    private final FencedTokenStore mine = store(NodeId.ofThisStart());
    private final FencedTokenStore theirs = store(NodeId.ofThisStart());

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void keepsTokens() {
        mine.initializeTokenSegments("orders", 2, TOKEN);
        mine.initializeTokenSegments("orders", 2, null);

        assertThat(mine.fetchToken("orders", 0)).isEqualTo(TOKEN);
        mine.storeToken(GapAwareTrackingToken.newInstance(9, List.of()), "orders", 0);
        assertThat(mine.fetchToken("orders", 0))
                .isEqualTo(GapAwareTrackingToken.newInstance(9, List.of()));
        assertThat(mine.fetchSegments("orders")).containsExactly(0, 1);
        assertThat(mine.fetchToken("orders", 1)).isEqualTo(TOKEN);
    }

    @Test
    void letsNobodyElseNearAClaimedSegment() {
        mine.initializeTokenSegments("orders", 2);
        mine.fetchToken("orders", 0);

        assertThatThrownBy(() -> theirs.fetchToken("orders", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> theirs.storeToken(TOKEN, "orders", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> theirs.extendClaim("orders", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> theirs.deleteToken("orders", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThat(theirs.fetchAvailableSegments("orders"))
                .extracting(Segment::getSegmentId)
                .containsExactly(1);

        mine.releaseClaim("orders", 0);
        assertThat(theirs.fetchToken("orders", 0)).isNull();
    }

    @Test
    void fencesAPausedOwnerOff() {
        mine.initializeTokenSegments("orders", 1);
        mine.fetchToken("orders", 0);
        letClaimsExpire();

        theirs.fetchToken("orders", 0);
        theirs.storeToken(TOKEN, "orders", 0);
        theirs.releaseClaim("orders", 0);

        // Even though nobody owns the segment now: what I did while I was fenced off must roll
        // back.
        assertThatThrownBy(() -> mine.storeToken(null, "orders", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> mine.extendClaim("orders", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThat(mine.fetchToken("orders", 0)).isEqualTo(TOKEN);
    }

    @Test
    void goesOnFromWhatTheDatabaseStillKnowsAfterACrash() {
        mine.initializeTokenSegments("orders", 1, TOKEN);
        mine.fetchToken("orders", 0);
        mine.storeToken(GapAwareTrackingToken.newInstance(9, List.of()), "orders", 0);
        theLastPositionIsLost();

        assertThatThrownBy(() -> mine.extendClaim("orders", 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() ->
                        mine.storeToken(
                                GapAwareTrackingToken.newInstance(12, List.of()), "orders", 0))
                .isInstanceOf(UnableToClaimTokenException.class);

        assertThat(mine.fetchToken("orders", 0)).isEqualTo(TOKEN);
        mine.extendClaim("orders", 0);
        mine.storeToken(GapAwareTrackingToken.newInstance(12, List.of()), "orders", 0);
    }

    @Test
    void aClaimAgesByTheClockOfTheDatabase() {
        mine.initializeTokenSegments("orders", 1);
        mine.fetchToken("orders", 0);
        letClaimsExpire();

        assertThat(theirs.fetchAvailableSegments("orders")).hasSize(1);
        mine.extendClaim("orders", 0);
        assertThat(theirs.fetchAvailableSegments("orders")).isEmpty();
    }

    @Test
    void severalNodesMayInitializeAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> start =
                    () ->
                            node.transaction.execute(status -> {
                                store(NodeId.ofThisStart())
                                        .initializeTokenSegments("orders", 8, TOKEN);
                                return true;
                            });
            for (var started : threads.invokeAll(List.of(start, start, start, start))) {
                assertThat(started.get()).isTrue();
            }
        }

        assertThat(mine.fetchSegments("orders")).hasSize(8);
    }

    @Test
    void noticesSplitsAndMerges() {
        mine.initializeTokenSegments("orders", 1);
        mine.fetchToken("orders", 0);
        mine.initializeSegment(TOKEN, "orders", 1);

        assertThatThrownBy(() -> mine.fetchToken("orders", Segment.ROOT_SEGMENT))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> mine.initializeSegment(TOKEN, "orders", 1))
                .isInstanceOf(UnableToInitializeTokenException.class);

        mine.fetchToken("orders", 1);
        mine.deleteToken("orders", 1);
        assertThat(mine.fetchToken("orders", Segment.ROOT_SEGMENT)).isNull();
    }

    @Test
    void everyNodeSeesTheSameStorage() {
        assertThat(mine.retrieveStorageIdentifier())
                .isPresent()
                .isEqualTo(theirs.retrieveStorageIdentifier());
    }

    private void letClaimsExpire() {
        new JdbcTemplate(node.dataSource)
                .update("UPDATE daybook.token_entry SET claimed_at = now() - interval '16 s'");
    }

    private void theLastPositionIsLost() {
        mine.initializeTokenSegments("lost", 1, TOKEN);
        new JdbcTemplate(node.dataSource)
                .update(
                        "UPDATE daybook.token_entry SET token = (SELECT token FROM daybook.token_entry"
                                + " WHERE processor_name = 'lost') WHERE processor_name = 'orders'");
    }

    private FencedTokenStore store(NodeId id) {
        return new FencedTokenStore(node.dataSource, TestNode.JSON, id, Duration.ofSeconds(15));
    }
}
