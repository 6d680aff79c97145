package io.daybook.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The three files of an import. */
record Folder(Sheet products, Sheet orders, Sheet lines) {

    private static final String PRODUCTS = "products.csv";
    private static final String ORDERS = "orders.csv";
    private static final String LINES = "order_lines.csv";

    static Folder at(Path folder) {
        return new Folder(file(folder, PRODUCTS), file(folder, ORDERS), file(folder, LINES));
    }

    /** The catalogue that comes with the program. */
    static Folder demo() {
        return new Folder(resource(PRODUCTS), resource(ORDERS), resource(LINES));
    }

    /** The same content gives the same keys, so that the instance recognises a repetition. */
    String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var sheet : new Sheet[] {products, orders, lines}) {
                digest.update(sheet.text().getBytes(UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    private static Sheet file(Path folder, String name) {
        try {
            return new Sheet(name, Files.readString(folder.resolve(name)));
        } catch (CharacterCodingException notText) {
            throw new Failure("%s is not UTF-8 text".formatted(folder.resolve(name)));
        } catch (IOException failure) {
            throw new Failure("Cannot read %s: is it there?".formatted(folder.resolve(name)));
        }
    }

    private static Sheet resource(String name) {
        try (var content = Folder.class.getResourceAsStream("/demo/" + name)) {
            if (content == null) {
                throw new Failure("This build has no demo catalogue");
            }
            return new Sheet(name, new String(content.readAllBytes(), UTF_8));
        } catch (IOException failure) {
            throw new Failure("Cannot read the demo catalogue: " + failure.getMessage());
        }
    }
}
