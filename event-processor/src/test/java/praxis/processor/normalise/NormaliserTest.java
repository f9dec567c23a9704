package praxis.processor.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** That the version moves with what it stands for. */
class NormaliserTest {
    private static final Pattern EDITION =
            Pattern.compile("<libphonenumber.version>(.*)</libphonenumber.version>");

    @Test
    void namesTheEditionOfLibphonenumberThatIsUsed() throws IOException {
        Matcher pom = EDITION.matcher(Files.readString(Path.of("../pom.xml")));
        assertThat(pom.find()).isTrue();
        assertThat(Normaliser.VERSION).endsWith("/" + pom.group(1));
    }
}
