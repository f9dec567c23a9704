package praxis.sandbox.system;

/** Who is told how starting and stopping goes on, and of deaths in between. */
public interface Progress {
    void starting(String what);

    /** From now on it can be used; {@code where} is an address for people. */
    void ready(String what, String where);

    void stopping(String what);

    /** Something went wrong; the message is written for people. */
    void failed(String message);
}
