package io.daybook.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.CommandSide;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A token never makes its transaction wait for the disk, and nothing else is changed by that. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LazyTokenIT {

    private final CommandSide daybook = CommandSide.onAFreshDatabase();

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void onlyTheTransactionThatStoresATokenCommitsLazily() {
        var tokens = daybook.bean(TokenStore.class);
        var transaction = new TransactionTemplate(daybook.bean(PlatformTransactionManager.class));
        transaction.executeWithoutResult(_ -> {
            tokens.initializeTokenSegments("lazy", 1, new GlobalSequenceTrackingToken(0));
            tokens.fetchToken("lazy", 0);
        });

        transaction.executeWithoutResult(_ -> {
            assertThat(setting()).isEqualTo("on");
            tokens.storeToken(new GlobalSequenceTrackingToken(7), "lazy", 0);
            assertThat(setting()).isEqualTo("off");
        });

        assertThat(setting()).isEqualTo("on");
        TrackingToken stored = transaction.execute(_ -> tokens.fetchToken("lazy", 0));
        assertThat(stored).isEqualTo(new GlobalSequenceTrackingToken(7));
    }

    private String setting() {
        return daybook.bean(JdbcClient.class)
                .sql("SHOW synchronous_commit")
                .query(String.class)
                .single();
    }
}
