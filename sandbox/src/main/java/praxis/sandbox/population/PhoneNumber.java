package praxis.sandbox.population;

/** A German telephone number, apart from how somebody writes it. */
public record PhoneNumber(String area, String subscriber) {
    /** One of the ways people write it. */
    String written(Chance chance) {
        return switch (chance.between(0, 6)) {
            case 0 -> "+49" + area + subscriber;
            case 1 -> "+49 " + area + " " + subscriber;
            case 2 -> "0" + area + "/" + subscriber;
            case 3 -> "(0" + area + ") " + grouped(" ");
            case 4 -> "0" + area + "-" + grouped("-");
            case 5 -> "0049 " + area + " " + grouped(" ");
            default -> "0" + area + " " + subscriber;
        };
    }

    private String grouped(String gap) {
        return subscriber.substring(0, 4) + gap + subscriber.substring(4);
    }

    @Override
    public String toString() {
        return "PhoneNumber[redacted]";
    }
}
