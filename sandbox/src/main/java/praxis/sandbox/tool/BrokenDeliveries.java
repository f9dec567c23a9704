package praxis.sandbox.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.sandbox.population.Chance;
import praxis.schemas.json.StrictJson;

import java.time.Instant;
import java.util.function.Supplier;

/** Deliveries that are signed as they should be and wrong all the same. */
final class BrokenDeliveries {
    private final Chance chance;
    private final EventWriter writer;
    private final Supplier<String> ids;

    BrokenDeliveries(Chance chance, EventWriter writer, Supplier<String> ids) {
        this.chance = chance;
        this.writer = writer;
        this.ids = ids;
    }

    Delivery next(Instant now) {
        return switch (chance.between(0, 4)) {
            case 0 -> writer.raw(ids.get(), "{\"event_type\":\"patient.created\",\"payl");
            case 1 -> writer.raw(ids.get(), "{\"message\":\"" + ids.get() + "\"}");
            case 2 -> writer.delivery("invoice.created", withId(), now);
            case 3 -> writer.delivery("patient.created", withId(), now);
            default ->
                    writer.delivery(
                            "appointment.created", withId().put("duration_minutes", -30), now);
        };
    }

    private ObjectNode withId() {
        return StrictJson.object().put("id", ids.get());
    }
}
