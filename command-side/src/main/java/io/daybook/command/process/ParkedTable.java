package io.daybook.command.process;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what is parked. */
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
}
