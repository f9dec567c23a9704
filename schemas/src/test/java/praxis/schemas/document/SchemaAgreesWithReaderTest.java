package praxis.schemas.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import praxis.schemas.document.OddValue.Difference;
import praxis.schemas.event.EventReader;
import praxis.schemas.event.EventReader.Reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

class SchemaAgreesWithReaderTest {
    private static final long SEED = 20_260_302;
    private static final int WEBHOOKS = 3_000;
    private static final int BROKEN = 12_000;
    private static final List<OddValue> ODD_VALUES = OddValue.all();

    @Test
    void agreesOnOrdinaryWebhooks() {
        Random random = new Random(SEED);
        for (int i = 0; i < WEBHOOKS; i++) {
            GeneratedWebhook webhook = GeneratedWebhook.next(random);

            assertThat(readerAccepts(webhook)).as(webhook::toString).isTrue();
            assertThat(schemaAccepts(webhook)).as(webhook::toString).isTrue();
        }
    }

    @Test
    void agreesOnWebhooksWithOneOddFieldButForNamedDifferences() {
        Random random = new Random(SEED);
        Set<Difference> seen = EnumSet.noneOf(Difference.class);
        int refused = 0;
        for (int i = 0; i < BROKEN; i++) {
            OddValue odd = ODD_VALUES.get(random.nextInt(ODD_VALUES.size()));
            GeneratedWebhook webhook = GeneratedWebhook.next(random).withOne(random, odd.value());
            boolean readerAccepts = readerAccepts(webhook);
            refused += readerAccepts ? 0 : 1;
            if (readerAccepts != schemaAccepts(webhook)) {
                assertThat(odd.difference().map(Difference::readerAccepts))
                        .as("reader %s: %s", readerAccepts ? "accepts" : "refuses", webhook)
                        .contains(readerAccepts);
                seen.add(odd.difference().orElseThrow());
            }
        }

        assertThat(refused).isBetween(BROKEN / 4, BROKEN * 3 / 4);
        assertThat(seen).as("differences that no longer are").containsExactly(Difference.values());
    }

    private static boolean readerAccepts(GeneratedWebhook webhook) {
        return EventReader.read(webhook.bytes()) instanceof Reading.Understood understood
                && understood.event().type() == webhook.type();
    }

    private static boolean schemaAccepts(GeneratedWebhook webhook) {
        return Schemas.accepts(Schemas.ofEvent(webhook.type().wireName()), webhook.document());
    }
}
