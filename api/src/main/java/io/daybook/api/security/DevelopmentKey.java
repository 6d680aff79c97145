package io.daybook.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/**
 * The key that signs the tokens of development mode; kept in the data directory, so that tokens
 * outlive a restart.
 */
final class DevelopmentKey {

    private DevelopmentKey() {}

    static ECKey in(Path dataDirectory) {
        Path file = dataDirectory.resolve("dev-signing-key.json");
        try {
            if (Files.exists(file)) {
                return ECKey.parse(Files.readString(file));
            }
            ECKey key = new ECKeyGenerator(Curve.P_256).keyID("daybook-dev").generate();
            Files.createDirectories(dataDirectory);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, key.toJSONString());
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key cannot be kept in " + file, e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(
                    "The signing key in " + file + " cannot be used; delete the file", e);
        }
    }
}
