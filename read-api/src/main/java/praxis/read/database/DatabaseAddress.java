package praxis.read.database;

/** Where the database is, and who we are there. */
public record DatabaseAddress(String url, String user, String password) {
    /** Never the password; a URL can carry one, too. */
    @Override
    public String toString() {
        return "database as " + user;
    }
}
