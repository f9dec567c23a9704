package praxis.processor.simulate.world;

import praxis.processor.model.OutboxRow;
import praxis.processor.publish.Courier;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Brings announcements to their topics one by one; each may fail, there or on its way back. */
final class FakeCourier implements Courier {
    private static final int LINK_IS_FINE = 30;

    private final String sender;
    private final List<OutboxRow> arrived;
    private final Moment.Watcher watcher;
    private final Chance chance;
    private final BooleanSupplier calm;

    /**
     * @param arrived what the topics hold, in the order in which it came
     * @param calm true once nothing fails any more
     */
    FakeCourier(
            String sender,
            List<OutboxRow> arrived,
            Moment.Watcher watcher,
            Chance chance,
            BooleanSupplier calm) {
        this.sender = sender;
        this.arrived = arrived;
        this.watcher = watcher;
        this.chance = chance;
        this.calm = calm;
    }

    @Override
    public Delivery deliver(List<OutboxRow> rows) {
        for (int sent = 0; sent < rows.size(); sent++) {
            watcher.at(Moment.BEFORE_SEND);
            int luck = calm.getAsBoolean() ? 0 : chance.below(sender + " sends", LINK_IS_FINE + 2);
            if (luck != LINK_IS_FINE) {
                arrived.add(rows.get(sent));
            }
            if (luck >= LINK_IS_FINE) {
                return new Delivery(sent, Optional.of(new LinkLost()));
            }
        }
        watcher.at(Moment.AFTER_SEND);
        return new Delivery(rows.size(), Optional.empty());
    }
}
