package praxis.sandbox.whole;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one practice in one sandbox, which all test classes of a run share. */
final class WithSandbox implements ParameterResolver {
    private static final ExtensionContext.Namespace OURS =
            ExtensionContext.Namespace.create(WithSandbox.class);

    /** Closed by JUnit at the end of the run. */
    private record Shared(TestSandbox sandbox, Practice practice) implements AutoCloseable {
        static Shared start() {
            TestSandbox sandbox = TestSandbox.start(1, 1);
            return new Shared(sandbox, new Practice(sandbox.sandbox()));
        }

        @Override
        public void close() {
            practice.close();
            sandbox.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Practice.class || type == TestSandbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Shared shared =
                context.getRoot()
                        .getStore(OURS)
                        .computeIfAbsent(Shared.class, key -> Shared.start(), Shared.class);
        return parameter.getParameter().getType() == Practice.class
                ? shared.practice()
                : shared.sandbox();
    }
}
