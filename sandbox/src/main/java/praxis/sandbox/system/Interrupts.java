package praxis.sandbox.system;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * Takes over Ctrl-C, {@code kill} and the closing of the terminal, so that the parts can be stopped
 * in their order before the machine's own shutdown begins.
 */
public final class Interrupts {
    private Interrupts() {}

    /** Calls {@code action} on each of the three, on a thread of its own. */
    public static void handle(Runnable action) {
        for (String signal : new String[] {"INT", "TERM", "HUP"}) {
            handle(signal, action);
        }
    }

    /**
     * By reflection, because the compiler refuses {@code sun.misc.Signal} by name under our
     * settings, and Java has no other way to learn of a second Ctrl-C.
     */
    private static void handle(String signal, Runnable action) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            InvocationHandler handler =
                    (proxy, method, arguments) -> {
                        action.run();
                        return null;
                    };
            Object proxy =
                    Proxy.newProxyInstance(
                            Interrupts.class.getClassLoader(),
                            new Class<?>[] {handlerType},
                            handler);
            type.getMethod("handle", type, handlerType)
                    .invoke(null, type.getConstructor(String.class).newInstance(signal), proxy);
        } catch (ReflectiveOperationException unavailable) {
            throw new IllegalStateException("cannot handle the signal " + signal, unavailable);
        }
    }
}
