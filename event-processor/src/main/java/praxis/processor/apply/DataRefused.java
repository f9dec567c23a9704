package praxis.processor.apply;

/**
 * The database refused the data of a batch (SQLSTATE class 22 or 23): trouble of one of its
 * records, not of the infrastructure.
 */
public final class DataRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sqlState;

    /**
     * @param sqlState five characters; never the database's message, which quotes values
     */
    public DataRefused(String sqlState) {
        super("data refused: " + sqlState);
        this.sqlState = sqlState;
    }

    public String sqlState() {
        return sqlState;
    }
}
