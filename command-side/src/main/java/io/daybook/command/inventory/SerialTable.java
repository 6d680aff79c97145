package io.daybook.command.inventory;

import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.StockItemId;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code daybook.serial_place}. Takes part in the transaction of the caller. */
public final class SerialTable {

    private final JdbcClient jdbc;

    SerialTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the serials that are in the stock of another location, and where. */
    NavigableMap<SerialNumber, Location> elsewhere(StockItemId item, List<SerialNumber> serials) {
        var found = new TreeMap<SerialNumber, Location>();
        jdbc.sql(
                        """
                        SELECT serial, location FROM daybook.serial_place
                        WHERE tenant = :tenant AND sku = :sku AND serial IN (:serials) AND location <> :location\
                        """)
                .param("tenant", item.tenant().value())
                .param("sku", item.sku().value())
                .param("serials", texts(serials))
                .param("location", item.location().value())
                .query((row, _) ->
                        found.put(
                                new SerialNumber(row.getString("serial")),
                                new Location(row.getString("location"))))
                .list();
        return found;
    }

    /**
     * Puts the serials where they are now.
     *
     * @param from the only location where they may be known to be
     * @return whether none of them was known to be elsewhere
     */
    boolean put(StockItemId item, List<SerialNumber> serials, Location from, Location to) {
        return jdbc.sql(
                                """
                                INSERT INTO daybook.serial_place (tenant, sku, serial, location)
                                SELECT :tenant, :sku, serial, :to FROM unnest(:serials::text[]) AS serial ORDER BY serial
                                ON CONFLICT (tenant, sku, serial) DO UPDATE SET location = excluded.location
                                WHERE serial_place.location IN (:from, :to)\
                                """)
                        .param("tenant", item.tenant().value())
                        .param("sku", item.sku().value())
                        .param("serials", texts(serials).toArray(String[]::new))
                        .param("from", from.value())
                        .param("to", to.value())
                        .update()
                == serials.size();
    }

    /** They are in no stock any more. */
    void remove(StockItemId item, List<SerialNumber> serials) {
        jdbc.sql(
                        "DELETE FROM daybook.serial_place"
                                + " WHERE tenant = :tenant AND sku = :sku AND serial IN (:serials)")
                .param("tenant", item.tenant().value())
                .param("sku", item.sku().value())
                .param("serials", texts(serials))
                .update();
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

    private static List<String> texts(List<SerialNumber> serials) {
        return serials.stream().map(SerialNumber::value).toList();
    }
}
