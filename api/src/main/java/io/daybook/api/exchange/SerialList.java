package io.daybook.api.exchange;

import io.daybook.domain.inventory.SerialNumber;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Serial numbers as callers list them. */
public final class SerialList {

    private static final int MOST = 1_000;

    private SerialList() {}

    /**
     * Those that are well-formed; what is wrong with the others is told to the checks.
     *
     * @param pointer to the list
     * @param raw nothing is named when it is absent; otherwise it has 1 to 1,000 entries
     */
    public static List<SerialNumber> checked(
            Checks checks, String pointer, @Nullable List<@Nullable String> raw) {
        var serials = new ArrayList<SerialNumber>();
        if (raw == null) {
            return serials;
        }
        if (raw.isEmpty() || raw.size() > MOST) {
            checks.wrong(pointer, "must have 1 to " + MOST + " entries");
            return serials;
        }
        for (int i = 0; i < raw.size(); i++) {
            SerialNumber serial = checks.value(pointer + '/' + i, raw.get(i), SerialNumber::new);
            if (serial != null) {
                serials.add(serial);
            }
        }
        return serials;
    }
}
