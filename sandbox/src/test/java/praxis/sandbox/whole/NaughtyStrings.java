package praxis.sandbox.whole;

import java.util.ArrayList;
import java.util.List;

/** Texts that somebody's program once took for more than a text, or for less. */
final class NaughtyStrings {
    private static final List<String> FOR_DATABASES =
            List.of(
                    "'",
                    "\"",
                    "`",
                    "';--",
                    "' or '1'='1",
                    "'; drop schema projection cascade; --",
                    "Robert'); delete from ledger.event_log; --",
                    "\\'; select pg_sleep(9); --",
                    "$$; select 1; $$",
                    "$1",
                    ":name",
                    "?",
                    "%",
                    "_",
                    "\\",
                    "\\N",
                    "\\.",
                    "{\"$ne\":null}",
                    "a@b.com,booking_email.eq.x",
                    "*)(uid=*))(|(uid=*",
                    "1;select(1)",
                    "x' union select version()--");
    private static final List<String> FOR_SHEETS_AND_PAGES =
            List.of(
                    "=1+1",
                    "=HYPERLINK(\"https://example.org\";\"klick\")",
                    "+49",
                    "-1",
                    "@SUM(A1:A9)",
                    "a,b;c\td",
                    "zwei\nZeilen",
                    "zwei\r\nX-Injected: yes",
                    "<script>alert(1)</script>",
                    "\"><img src=x onerror=alert(1)>",
                    "javascript:alert(1)",
                    "&lt;b&gt; &amp; &#0;",
                    "]]>",
                    "<!--",
                    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM"
                            + " \"file:///etc/passwd\">]>",
                    "%3Cscript%3E",
                    "BEGIN:VCALENDAR",
                    "ATTENDEE;X=\"a\":mailto:x@example.org");
    private static final List<String> FOR_PROGRAMS =
            List.of(
                    "%s%s%n%x",
                    "%1$999999999s",
                    "{0}",
                    "{}",
                    "${jndi:ldap://example.org/a}",
                    "${env:PRAXIS_MAIN_KEY}",
                    "#{systemProperties}",
                    "{{7*7}}",
                    "<%= 7*7 %>",
                    "T(java.lang.Runtime).getRuntime()",
                    "$(touch /tmp/nowhere)",
                    "`id`",
                    "; ls -la",
                    "| cat",
                    "../../../../etc/passwd",
                    "..\\..\\windows\\win.ini",
                    "/dev/null",
                    "file:///etc/passwd",
                    "CON",
                    "con.txt:$DATA",
                    "rO0ABXNyAA",
                    "(a+)+$",
                    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!");
    private static final List<String> LIKE_NOTHING =
            List.of(
                    "",
                    " ",
                    "\u00a0",
                    "\u3000",
                    "null",
                    "NULL",
                    "None",
                    "nil",
                    "undefined",
                    "true",
                    "false",
                    "NaN",
                    "Infinity",
                    "-Infinity",
                    "0",
                    "-0",
                    "00",
                    "1e999",
                    "0x0",
                    "१२३",
                    "{}",
                    "[]",
                    "[object Object]",
                    "1900-01-01",
                    "0000-00-00",
                    "9999-12-31",
                    "10000-01-01",
                    "2026-02-30",
                    "2026-03-29T02:30:00",
                    "24:00",
                    "Unbekannt",
                    "noreply@example.org",
                    "@",
                    "a@b",
                    "a@b@c");
    private static final List<String> IN_OTHER_LETTERS =
            List.of(
                    "Łódź Ğüneş Ñandú Þór",
                    "Straße STRASSE straſſe",
                    "İstanbul ıI",
                    "Αλέξανδρος",
                    "Алёна",
                    "עברית",
                    "العربية",
                    "ﷺﷻ㌖㍊",
                    "山田太郎",
                    "한국어",
                    "ก็ ประเทศไทย",
                    "தமிழ்",
                    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
                    "e\u0301 \u00e9",
                    "\u1e9b\u0323",
                    "👩‍👩‍👧‍👦",
                    "🏳️‍🌈",
                    "🇩🇪",
                    "𝒯𝑒𝓈𝓉",
                    "ｆｕｌｌｗｉｄｔｈ",
                    "admin\u0430",
                    "\u202eabc\u202c",
                    "\u2066a\u2069",
                    "a\u200bb\u200cc\u200dd\ufeffe",
                    "\ufffe",
                    "\uffff",
                    "\ufffd",
                    "\u2028\u2029",
                    "\u0085",
                    "\u0001\u0002\u001f\u007f",
                    "\u001b[31mrot\u001b[0m",
                    "\b\f\u000b",
                    "\udbff\udfff",
                    "\ue000");
    private static final List<Integer> LENGTHS =
            List.of(30, 31, 100, 101, 200, 201, 254, 255, 5_000);
    private static final List<String> LETTERS =
            List.of("a", "ß", "ﷺ", "🦴", "\u0301", " a", "\\", "'");

    private NaughtyStrings() {}

    static List<String> all() {
        List<String> all = new ArrayList<>();
        all.addAll(FOR_DATABASES);
        all.addAll(FOR_SHEETS_AND_PAGES);
        all.addAll(FOR_PROGRAMS);
        all.addAll(LIKE_NOTHING);
        all.addAll(IN_OTHER_LETTERS);
        for (String letter : LETTERS) {
            LENGTHS.forEach(length -> all.add(letter.repeat(length)));
        }
        return all;
    }
}
