package praxis.sandbox.command;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Tells somebody that a command was typed wrongly; ends with exit code 2. */
final class Usage {
    private Usage() {}

    static ParameterException error(CommandLine command, String message) {
        return new ParameterException(command, message);
    }
}
