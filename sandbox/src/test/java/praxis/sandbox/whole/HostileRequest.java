package praxis.sandbox.whole;

import java.util.ArrayList;
import java.util.List;

/**
 * Bytes that no honest client sends.
 *
 * @param text one byte for each character
 * @param unclear whether two readers could disagree on where it ends, so that nothing behind it may
 *     be answered
 */
record HostileRequest(String name, String text, boolean unclear) {
    private static final String HOST = "Host: praxis\r\n";
    private static final String SECOND = "GET /smuggled HTTP/1.1\r\n" + HOST + "\r\n";

    private HostileRequest(String name, String text) {
        this(name, text, false);
    }

    /**
     * All of them.
     *
     * @param target method and path that the server knows
     */
    static List<HostileRequest> all(String target) {
        List<HostileRequest> all = new ArrayList<>();
        all.addAll(unclearLengths(target + " HTTP/1.1\r\n" + HOST));
        all.addAll(oddChunks(target + " HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n"));
        all.addAll(oddLines(target));
        all.addAll(oddAddresses());
        all.addAll(oddHeaders(target + " HTTP/1.1\r\n" + HOST));
        return all;
    }

    private static List<HostileRequest> unclearLengths(String head) {
        String chunked = "0\r\n\r\n" + SECOND;
        List<HostileRequest> all = new ArrayList<>();
        for (String framing :
                List.of(
                        "Content-Length: 5\r\nContent-Length: 6",
                        "Content-Length: 5, 6",
                        "Content-Length: +5",
                        "Content-Length: -5",
                        "Content-Length: 0x5",
                        "Content-Length: 5 5",
                        "Content-Length: five",
                        "Content-Length:",
                        "Content-Length: 99999999999999999999",
                        "Content-Length : 5",
                        "Content-Length: 5\r\nTransfer-Encoding: chunked",
                        "Transfer-Encoding: chunked\r\nContent-Length: 5",
                        "Transfer-Encoding: gzip, chunked",
                        "Transfer-Encoding: chunked, gzip",
                        "Transfer-Encoding: identity",
                        "Transfer-Encoding: xchunked",
                        "Transfer-Encoding:\u000bchunked",
                        "Transfer-Encoding : chunked",
                        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                        "Transfer-Encoding: \"chunked\"",
                        "X: y\nTransfer-Encoding: chunked\n",
                        "X: y\rTransfer-Encoding: chunked")) {
            all.add(new HostileRequest(framing, head + framing + "\r\n\r\n" + chunked, true));
        }
        return all;
    }

    private static List<HostileRequest> oddChunks(String head) {
        List<HostileRequest> all = new ArrayList<>();
        for (String body :
                List.of(
                        "zz\r\n",
                        "-1\r\nx\r\n",
                        "0x1\r\nx\r\n0\r\n\r\n",
                        "1;a=\"\r\nx\r\n0\r\n\r\n",
                        "1;\nx\r\n0\r\n\r\n",
                        "ffffffffffffffff\r\nx",
                        "7fffffff\r\nx",
                        "100000000\r\nx",
                        "1\r\nxx\r\n0\r\n\r\n",
                        "1\nx\n0\n\n",
                        "\r\n",
                        "0\r\nX: " + "y".repeat(20_000) + "\r\n\r\n",
                        "1;" + "a".repeat(20_000) + "\r\nx\r\n0\r\n\r\n")) {
            String name = body.substring(0, Math.min(12, body.length()));
            all.add(new HostileRequest("chunk " + name, head + "\r\n" + body + SECOND, true));
        }
        return all;
    }

    private static List<HostileRequest> oddLines(String target) {
        List<HostileRequest> all = new ArrayList<>();
        for (String line :
                List.of(
                        target,
                        target + " ",
                        target + " HTTP/0.9",
                        target + " HTTP/1.2",
                        target + " HTTP/2.0",
                        target + " HTTP/1",
                        target + " http/1.1",
                        target + " HTTP/1.1 HTTP/1.1",
                        target + " HTTP/1.1\u0000",
                        target.replace(" ", "\t") + " HTTP/1.1",
                        target.replace(" ", "  ") + " HTTP/1.1",
                        " " + target + " HTTP/1.1",
                        "PRI * HTTP/2.0",
                        "GET",
                        "GET HTTP/1.1",
                        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
                        "\u0000\u0000\u0000\u0000",
                        "CONNECT example.org:443 HTTP/1.1",
                        "TRACE / HTTP/1.1",
                        "OPTIONS * HTTP/1.1",
                        "OPTIONS " + target.split(" ", 2)[1] + " HTTP/1.1",
                        "get / HTTP/1.1",
                        "G\u0000T / HTTP/1.1",
                        "KANARINA / HTTP/1.1",
                        "X".repeat(5_000) + " / HTTP/1.1",
                        "GET /" + "x".repeat(100_000) + " HTTP/1.1",
                        "GET http://example.org" + "/ HTTP/1.1",
                        "GET https://[::1/ HTTP/1.1",
                        "GET //example.org/%2e%2e HTTP/1.1",
                        "GET ? HTTP/1.1",
                        "GET # HTTP/1.1",
                        "GET example HTTP/1.1",
                        "GET \u00e4 HTTP/1.1")) {
            String name = line.substring(0, Math.min(40, line.length()));
            all.add(new HostileRequest("line " + name, line + "\r\n" + HOST + "\r\n"));
        }
        all.add(
                new HostileRequest(
                        "preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0"));
        all.add(new HostileRequest("bare line feeds", target + " HTTP/1.1\nHost: praxis\n\n"));
        return all;
    }

    private static List<HostileRequest> oddAddresses() {
        List<HostileRequest> all = new ArrayList<>();
        for (String odd :
                List.of(
                        "%",
                        "%z",
                        "%zz",
                        "%00",
                        "%0d%0aX:%20y",
                        "%2e%2e%2f%2e%2e%2fetc",
                        "..%5c",
                        "%252e%252e",
                        "%c0%ae%c0%ae/",
                        "%ed%a0%80",
                        "%f0%9f%a6%b4",
                        "%ff",
                        ";a=b",
                        "..;/",
                        "//",
                        "/./",
                        "\\..\\",
                        "<script>",
                        "{id}",
                        "|",
                        "^",
                        "`",
                        "\"",
                        "Kanarina%20Vogelsang-Zeisig",
                        "${jndi:ldap://example.org/a}",
                        "~root",
                        "%u0041",
                        "*",
                        "a".repeat(2_000),
                        "%41".repeat(600),
                        "?a[]=1&a[b]=2",
                        "?%zz=%zz",
                        "?=",
                        "?&&&",
                        "?a=%",
                        "?" + "a&".repeat(1_000),
                        "?q=%00",
                        "#fragment")) {
            for (String path : List.of("/", "/api/webhooks/booking/", "/api/patients/", "/docs/")) {
                all.add(
                        new HostileRequest(
                                path + odd.substring(0, Math.min(30, odd.length())),
                                "GET " + path + odd + " HTTP/1.1\r\n" + HOST + "\r\n"));
                all.add(
                        new HostileRequest(
                                "POST " + path + odd.substring(0, Math.min(30, odd.length())),
                                "POST "
                                        + path
                                        + odd
                                        + " HTTP/1.1\r\n"
                                        + HOST
                                        + "Content-Type: application/json\r\n"
                                        + "Content-Length: 0\r\n\r\n"));
            }
        }
        return all;
    }

    private static List<HostileRequest> oddHeaders(String head) {
        List<HostileRequest> all = new ArrayList<>();
        for (String header :
                List.of(
                        "No colon",
                        ": no name",
                        "Spa ce: x",
                        "X\u0000: y",
                        "X: \u0000",
                        "X: \u0001\u007f",
                        "X: y\r\n folded: z",
                        "X: y\r\n\tfolded",
                        "X: y\r\n Transfer-Encoding: chunked",
                        "X: " + "y".repeat(20_000),
                        "X: y\r\n".repeat(3_000) + "X: z",
                        "\u00e4: x",
                        "Expect: 200-ok",
                        "Expect: 100-continue\r\nExpect: 100-continue",
                        "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: A",
                        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x"
                                + "\r\nSec-WebSocket-Version: 13",
                        "Host: a\r\nHost: b",
                        "Content-Type: \u00ff/\u00ff; charset=\u0001",
                        "Content-Type: application/json; charset=nonsense",
                        "Content-Type: application/json; charset=utf-16",
                        "Content-Type: multipart/form-data",
                        "Content-Encoding: gzip",
                        "Accept: */;q=nonsense",
                        "Accept: application/" + "x".repeat(2_000),
                        "Accept-Encoding: gzip;q=-1, nonsense;;;",
                        "Accept-Language: " + "de-".repeat(500),
                        "Cookie: =; a; \"=\u0001; JWT=Kanarina",
                        "Authorization: Bearer",
                        "Authorization: Bearer  ",
                        "Authorization: Bearer \u00ff",
                        "Authorization: Basic Og==",
                        "Authorization: Bearer a.b.c\r\nAuthorization: Bearer d.e.f",
                        "If-None-Match: " + "\"a\",".repeat(3_000),
                        "If-Modified-Since: Kanarina",
                        "Range: bytes=" + "0-1,".repeat(2_000) + "0-",
                        "Origin: null\r\nAccess-Control-Request-Method: Kanarina",
                        "X-Forwarded-Host: example.org\r\nForwarded: for=\"_kanarina\"",
                        "X-HTTP-Method-Override: DELETE",
                        "traceparent: 00-" + "0".repeat(600),
                        "webhook-id: " + "x".repeat(9_000),
                        "webhook-signature: " + "v1,AAAA ".repeat(1_500),
                        "X-Webhook-Signature: sha256=" + "0".repeat(9_000))) {
            String name = header.substring(0, Math.min(40, header.length()));
            all.add(new HostileRequest("header " + name, head + header + "\r\n\r\n"));
        }
        return all;
    }

    @Override
    public String toString() {
        return name;
    }
}
