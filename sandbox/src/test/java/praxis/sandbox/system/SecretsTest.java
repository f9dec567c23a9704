package praxis.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import praxis.sandbox.system.Secrets.Login;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;

class SecretsTest {
    @TempDir Path directory;

    @Test
    void keepsWhatWasMadeAtTheFirstStart() {
        SandboxFiles files = new SandboxFiles(directory, directory);
        Secrets first = Secrets.ofOrNew(files);
        Secrets second = Secrets.ofOrNew(files);

        assertThat(second.webhook()).isEqualTo(first.webhook());
        assertThat(second.mainKey()).isEqualTo(first.mainKey());
        assertThat(second.password(Login.READER)).isEqualTo(first.password(Login.READER));
    }

    @Test
    void letsNobodyElseReadThem() throws IOException {
        SandboxFiles files = new SandboxFiles(directory, directory);
        Secrets secrets = Secrets.ofOrNew(files);

        assertThat(Files.getPosixFilePermissions(files.secrets()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(secrets).hasToString("Secrets[redacted]");
    }

    @Test
    void makesThemLongAndDifferent() {
        Secrets secrets = Secrets.ofOrNew(new SandboxFiles(directory, directory));

        assertThat(secrets.webhook().text()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(Base64.getDecoder().decode(secrets.mainKey())).hasSize(32);
        assertThat(Arrays.stream(Login.values()).map(secrets::password))
                .doesNotHaveDuplicates()
                .allMatch(password -> password.length() == 64);
    }
}
