package io.daybook.command.inventory;

import io.daybook.domain.inventory.LotRejection;
import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TransferId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code daybook.serial_place}. Takes part in the transaction of the caller. */
public final class SerialTable {

    private static final String NAMED =
            " WHERE tenant = :tenant AND sku = :sku AND serial = ANY (:serials)";

    /** Whether a unit is where it is wanted: at the location, or on its way with the transfer. */
    private static final String AT_HAND =
            """
            (CASE WHEN serial_place.transfer IS NULL THEN serial_place.location = :here
            ELSE serial_place.transfer IS NOT DISTINCT FROM :transfer END)\
            """;

    private final JdbcClient jdbc;

    SerialTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Why the units cannot come in: the first of them that is somewhere else, or on its way.
     *
     * @param transfer what they would come with
     */
    Optional<LotRejection> elsewhere(
            StockItemId item, List<SerialNumber> serials, @Nullable TransferId transfer) {
        return about(
                        item,
                        serials,
                        transfer,
                        "SELECT serial, location, transfer FROM daybook.serial_place"
                                + NAMED
                                + " AND NOT "
                                + AT_HAND
                                + " ORDER BY serial LIMIT 1")
                .query((row, _) ->
                        rejection(
                                new SerialNumber(row.getString("serial")),
                                new Location(row.getString("location")),
                                row.getString("transfer")))
                .optional();
    }

    private static LotRejection rejection(
            SerialNumber serial, Location location, @Nullable String transfer) {
        return transfer == null
                ? new LotRejection.SerialElsewhere(serial, location)
                : new LotRejection.SerialInTransit(serial, location, new TransferId(transfer));
    }

    /**
     * The units are at the item's location now.
     *
     * @param transfer what they came out of
     * @return whether none of them was known to be somewhere else
     */
    boolean arrived(StockItemId item, List<SerialNumber> serials, @Nullable TransferId transfer) {
        return put(item, serials, transfer, item.location(), null);
    }

    /**
     * The units are on their way.
     *
     * @return whether none of them was known to be somewhere else than at the item's location
     */
    boolean departed(
            StockItemId item, List<SerialNumber> serials, TransferId transfer, Location to) {
        return put(item, serials, null, to, transfer);
    }

    private boolean put(
            StockItemId item,
            List<SerialNumber> serials,
            @Nullable TransferId before,
            Location location,
            @Nullable TransferId after) {
        return about(
                                item,
                                serials,
                                before,
                                """
                                INSERT INTO daybook.serial_place (tenant, sku, serial, location, transfer)
                                SELECT :tenant, :sku, serial, :location, :after
                                FROM unnest(:serials) AS serial ORDER BY serial
                                ON CONFLICT (tenant, sku, serial)
                                DO UPDATE SET location = excluded.location, transfer = excluded.transfer
                                WHERE \
                                """
                                        + AT_HAND)
                        .param("location", location.value())
                        .param("after", text(after))
                        .update()
                == serials.size();
    }

    /**
     * The units are in no stock any more.
     *
     * @param transfer what they were on their way with; {@code null} when they were at the item
     */
    void left(StockItemId item, List<SerialNumber> serials, @Nullable TransferId transfer) {
        about(
                        item,
                        serials,
                        transfer,
                        "DELETE FROM daybook.serial_place" + NAMED + " AND " + AT_HAND)
                .update();
    }

    private JdbcClient.StatementSpec about(
            StockItemId item,
            List<SerialNumber> serials,
            @Nullable TransferId transfer,
            String statement) {
        return jdbc.sql(statement)
                .param("tenant", item.tenant().value())
                .param("sku", item.sku().value())
                .param("serials", serials.stream().map(SerialNumber::value).toArray(String[]::new))
                .param("here", item.location().value())
                .param("transfer", text(transfer));
    }

    /** The number of events of the item. */
    long version(StockItemId item) {
        return jdbc.sql(
                        "SELECT coalesce(max(sequence_number) + 1, 0) FROM daybook.domain_event_entry"
                                + " WHERE aggregate_identifier = :id")
                .param("id", item.toString())
                .query(Long.class)
                .single();
    }

    private static @Nullable String text(@Nullable TransferId transfer) {
        return transfer == null ? null : transfer.value();
    }
}
