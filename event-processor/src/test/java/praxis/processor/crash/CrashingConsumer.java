package praxis.processor.crash;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

import java.lang.reflect.Method;
import java.util.Set;

/** A consumer that passes a crash point before and after whatever moves it, or Kafka. */
public final class CrashingConsumer {
    private static final Set<String> STEPS =
            Set.of("subscribe", "seek", "pause", "resume", "commitAsync", "commitSync");

    private CrashingConsumer() {}

    @SuppressWarnings("unchecked")
    public static Consumer<byte[], byte[]> around(
            Consumer<byte[], byte[]> real, CrashPoints points) {
        return Forwarding.proxy(
                Consumer.class, (_, method, arguments) -> told(real, points, method, arguments));
    }

    private static Object told(
            Consumer<byte[], byte[]> real, CrashPoints points, Method method, Object[] arguments)
            throws Exception {
        if (STEPS.contains(method.getName())) {
            return points.around(method.getName(), () -> Forwarding.call(real, method, arguments));
        }
        Object result = Forwarding.call(real, method, arguments);
        if (result instanceof ConsumerRecords<?, ?> records && !records.isEmpty()) {
            points.at("after poll");
        }
        return result;
    }
}
