package praxis.read;

/**
 * A setting with which the service does not start; the message is one sentence for the operator.
 */
public final class UnusableSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableSetting(String sentence) {
        super(sentence);
    }
}
