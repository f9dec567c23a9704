package praxis.sandbox.system;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * One process of a program.
 *
 * @param name the module's; from the second instance on with its number
 */
public record Instance(Program program, String name, int port) {
    public static List<Instance> of(Program program, List<Integer> ports) {
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < ports.size(); i++) {
            String name = i == 0 ? program.module() : program.module() + "-" + (i + 1);
            instances.add(new Instance(program, name, ports.get(i)));
        }
        return List.copyOf(instances);
    }

    public URI address() {
        return address(port);
    }

    static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
