package praxis.read.guard;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;

import jakarta.inject.Singleton;

/** Hands the guard to the server before it starts. */
@Singleton
final class GuardInstaller implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final GuardCustomizer guard;

    GuardInstaller(GuardCustomizer guard) {
        this.guard = guard;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(
            BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(guard);
        return event.getBean();
    }
}
