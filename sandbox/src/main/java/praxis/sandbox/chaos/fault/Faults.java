package praxis.sandbox.chaos.fault;

import org.jspecify.annotations.Nullable;

import praxis.sandbox.bench.ground.Pause;
import praxis.sandbox.chaos.ground.ChaosGround;
import praxis.sandbox.chaos.ground.Slot;
import praxis.sandbox.chaos.ground.SmallDisk;
import praxis.sandbox.chaos.plan.Part;
import praxis.sandbox.chaos.plan.PlannedFault;
import praxis.sandbox.chaos.proxy.TcpProxy;
import praxis.sandbox.chaos.proxy.Weather;

import java.time.Duration;

/** How each kind of fault is done to the ground. */
final class Faults {
    /** Also covers what else is broken meanwhile, on a machine that has others to serve. */
    private static final Duration READY_PATIENCE = Duration.ofMinutes(5);

    private static final int LEAST_LATENCY_MILLIS = 10;
    private static final int LEAST_BYTES_PER_SECOND = 64 * 1024;
    private static final int BYTES_PER_SECOND_STEP = 4 * 1024;

    private final ChaosGround ground;

    Faults(ChaosGround ground) {
        this.ground = ground;
    }

    Fault of(PlannedFault planned) {
        TcpProxy toBroker = ground.brokerProxy();
        TcpProxy toDatabase = ground.databaseProxy();
        return switch (planned.kind()) {
            case EDGE_KILLED, PROCESSOR_KILLED -> new Killing(slot(planned.part()));
            case PROCESSOR_PAUSED -> new Pausing(slot(planned.part()));
            case BROKER_RESTARTED -> new BrokerDown(false);
            case BROKER_KILLED -> new BrokerDown(true);
            case BROKER_AWAY -> new BadWeather(toBroker, Weather.CLOSED, true);
            case BROKER_SILENT -> new BadWeather(toBroker, Weather.BLACK_HOLE, false);
            case BROKER_LATE -> new BadWeather(toBroker, late(planned), false);
            case BROKER_CUT -> new BadWeather(toBroker, Weather.FINE, true);
            case DATABASE_CRASHED -> new DatabaseDown();
            case DATABASE_AWAY -> new BadWeather(toDatabase, Weather.CLOSED, true);
            case DATABASE_SILENT -> new BadWeather(toDatabase, Weather.BLACK_HOLE, false);
            case DATABASE_LATE -> new BadWeather(toDatabase, late(planned), false);
            case DATABASE_NARROW -> new BadWeather(toDatabase, narrow(planned), false);
            case DATABASE_CUT -> new BadWeather(toDatabase, Weather.FINE, true);
            case DISK_FULL -> new DiskFull(ground.disk().orElseThrow());
        };
    }

    private Slot slot(Part part) {
        return switch (part) {
            case EDGE_1 -> ground.edges().getFirst();
            case EDGE_2 -> ground.edges().getLast();
            case PROCESSOR_1 -> ground.processors().getFirst();
            case PROCESSOR_2 -> ground.processors().getLast();
            case BROKER, DATABASE -> throw new IllegalArgumentException(part + " has no slot");
        };
    }

    private static Weather late(PlannedFault planned) {
        return Weather.late(Duration.ofMillis(LEAST_LATENCY_MILLIS + planned.strength()));
    }

    private static Weather narrow(PlannedFault planned) {
        return Weather.narrow(
                LEAST_BYTES_PER_SECOND + (long) planned.strength() * BYTES_PER_SECOND_STEP);
    }

    private record Killing(Slot slot) implements Fault {
        @Override
        public void begin() throws InterruptedException {
            slot.kill();
        }

        @Override
        public void end() {
            slot.startAgain();
        }

        @Override
        public void settle() throws InterruptedException {
            slot.awaitReady(READY_PATIENCE);
        }
    }

    private static final class Pausing implements Fault {
        private final Slot slot;
        private @Nullable Pause pause;

        private Pausing(Slot slot) {
            this.slot = slot;
        }

        @Override
        public void begin() {
            pause = slot.pause();
        }

        @Override
        public void end() {
            if (pause != null) {
                pause.close();
            }
        }

        /** Otherwise it could not hear that it is to end. */
        @Override
        public void abandon() {
            end();
        }
    }

    private record BadWeather(TcpProxy proxy, Weather weather, boolean cutting) implements Fault {
        @Override
        public void begin() {
            proxy.weather(weather);
            if (cutting) {
                proxy.cutAll();
            }
        }

        @Override
        public void end() {
            proxy.weather(Weather.FINE);
        }
    }

    private final class BrokerDown implements Fault {
        private final boolean hard;

        private BrokerDown(boolean hard) {
            this.hard = hard;
        }

        @Override
        public void begin() throws InterruptedException {
            if (hard) {
                ground.broker().kill();
            } else {
                ground.broker().stop();
            }
        }

        @Override
        public void end() {
            ground.broker().startAgain();
        }

        @Override
        public void settle() throws InterruptedException {
            ground.broker().awaitReady();
        }
    }

    private final class DatabaseDown implements Fault {
        @Override
        public void begin() {
            ground.database().crash();
        }

        @Override
        public void end() {
            ground.database().startAgain();
        }
    }

    private final class DiskFull implements Fault {
        private final SmallDisk disk;

        private DiskFull(SmallDisk disk) {
            this.disk = disk;
        }

        @Override
        public void begin() {
            disk.fill();
        }

        @Override
        public void end() {
            disk.makeRoom();
        }

        @Override
        public void settle() throws InterruptedException {
            ground.database().startAgainIfDead();
        }
    }
}
