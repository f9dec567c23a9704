package praxis.processor.crash;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;

/** A consumer that passes a crash point before and after whatever moves it, or Kafka. */
public final class CrashingConsumer {
    private static final Set<String> STEPS =
            Set.of("subscribe", "seek", "pause", "resume", "commitAsync", "commitSync");

    private CrashingConsumer() {}

    public static Consumer<byte[], byte[]> around(
            Consumer<byte[], byte[]> real, CrashPoints points) {
        @SuppressWarnings("unchecked")
        Consumer<byte[], byte[]> proxy =
                (Consumer<byte[], byte[]>)
                        Proxy.newProxyInstance(
                                CrashingConsumer.class.getClassLoader(),
                                new Class<?>[] {Consumer.class},
                                (_, method, arguments) -> told(real, points, method, arguments));
        return proxy;
    }

    private static Object told(
            Consumer<byte[], byte[]> real, CrashPoints points, Method method, Object[] arguments)
            throws Exception {
        if (STEPS.contains(method.getName())) {
            return points.around(method.getName(), () -> call(real, method, arguments));
        }
        Object result = call(real, method, arguments);
        if (result instanceof ConsumerRecords<?, ?> records && !records.isEmpty()) {
            points.at("after poll");
        }
        return result;
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
