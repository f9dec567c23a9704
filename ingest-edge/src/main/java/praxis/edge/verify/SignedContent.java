package praxis.edge.verify;

import praxis.schemas.record.Bytes;

import java.util.List;

/**
 * What a signature is checked against: the headers of a request and its body as it came.
 *
 * @param body the raw bytes
 */
public record SignedContent(Headers headers, Bytes body) {
    /** The values of all headers of one name, whatever its case; empty if there is none. */
    public interface Headers {
        List<String> all(String name);
    }

    List<String> all(String headerName) {
        return headers.all(headerName);
    }
}
