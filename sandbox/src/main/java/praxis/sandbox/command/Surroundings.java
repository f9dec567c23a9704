package praxis.sandbox.command;

import praxis.sandbox.system.SandboxFiles;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What a command finds around it.
 *
 * @param java the executable that runs this program, and will run the others
 */
public record Surroundings(SandboxFiles files, Path java, InstantSource clock) {}
