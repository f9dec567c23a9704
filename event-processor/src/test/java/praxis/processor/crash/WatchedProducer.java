package praxis.processor.crash;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A producer that passes a crash point before and after each send, and before each answer. */
final class WatchedProducer {
    private WatchedProducer() {}

    @SuppressWarnings("unchecked")
    static Producer<byte[], byte[]> around(Producer<byte[], byte[]> real, CrashPoints points) {
        AtomicInteger sends = new AtomicInteger();
        return (Producer<byte[], byte[]>)
                Proxy.newProxyInstance(
                        WatchedProducer.class.getClassLoader(),
                        List.of(Producer.class).toArray(new Class<?>[0]),
                        (_, method, arguments) -> {
                            boolean sending = method.getName().equals("send");
                            int number = sending ? sends.incrementAndGet() : 0;
                            if (sending) {
                                points.at("before send " + number);
                                arguments[1] = watched((Callback) arguments[1], number, points);
                            }
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause();
                            } finally {
                                if (sending) {
                                    points.at("after send " + number);
                                }
                            }
                        });
    }

    private static Callback watched(Callback callback, int number, CrashPoints points) {
        return (metadata, failure) -> {
            points.at("before answer " + number);
            callback.onCompletion(metadata, failure);
        };
    }
}
