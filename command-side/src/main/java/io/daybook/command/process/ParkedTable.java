package io.daybook.command.process;

import java.time.Instant;
import java.util.List;
import org.axonframework.common.DateTimeUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is parked, beside Axon's own reading of it. */
final class ParkedTable {

    private final JdbcClient jdbc;

    ParkedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(String group) {
        return jdbc.sql("SELECT count(*) FROM daybook.dead_letter_entry WHERE processing_group = ?")
                .param(group)
                .query(Long.class)
                .single();
    }

    /** Which orders have something parked. */
    List<String> sequences(String group) {
        return jdbc.sql(
                        "SELECT DISTINCT sequence_identifier FROM daybook.dead_letter_entry"
                                + " WHERE processing_group = ?")
                .param(group)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /**
     * Takes back claims that a clock made which was ahead: the process that made them is gone or
     * done, and the queue would honour them until the time that they name.
     */
    void releaseAhead(String group, Instant limit) {
        jdbc.sql(
                        "UPDATE daybook.dead_letter_entry SET processing_started = NULL"
                                + " WHERE processing_group = ? AND processing_started > ?")
                .param(group)
                .param(DateTimeUtils.formatInstant(limit))
                .update();
    }
}
