package praxis.processor.crash;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

import java.lang.reflect.Method;
import java.util.concurrent.Future;

/** A producer that passes a crash point around each sending, and when the broker has answered. */
public final class CrashingProducer {
    private CrashingProducer() {}

    @SuppressWarnings("unchecked")
    public static <K, V> Producer<K, V> around(Producer<K, V> real, CrashPoints points) {
        return Forwarding.proxy(
                Producer.class, (_, method, arguments) -> told(real, points, method, arguments));
    }

    private static <K, V> Object told(
            Producer<K, V> real, CrashPoints points, Method method, Object[] arguments)
            throws Exception {
        return switch (method.getName()) {
            case "send" -> send(real, points, arguments);
            case "flush" -> points.around("flush", () -> Forwarding.call(real, method, arguments));
            default -> Forwarding.call(real, method, arguments);
        };
    }

    @SuppressWarnings("unchecked")
    private static <K, V> Future<?> send(
            Producer<K, V> real, CrashPoints points, Object[] arguments) throws Exception {
        ProducerRecord<K, V> record = (ProducerRecord<K, V>) arguments[0];
        String step = "send to " + record.topic();
        Callback answered =
                (place, failed) -> {
                    if (failed == null) {
                        points.at("acknowledged: " + step);
                    }
                    if (arguments.length > 1 && arguments[1] instanceof Callback theirs) {
                        theirs.onCompletion(place, failed);
                    }
                };
        return points.around(step, () -> real.send(record, answered));
    }
}
