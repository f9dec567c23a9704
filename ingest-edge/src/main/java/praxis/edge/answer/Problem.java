package praxis.edge.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import praxis.schemas.event.FieldProblem;
import praxis.schemas.json.StrictJson;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** An error as its sender sees it (RFC 9457): plain words, nothing from the inside. */
public record Problem(int status, String title, String detail) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** No better type than the status itself: nobody has to look anything up. */
    private static final String TYPE = "about:blank";

    public byte[] toJson() {
        return bytes(tree());
    }

    /** Names the fields and the rules they break, never what was sent in them. */
    public byte[] toJson(List<FieldProblem> problems) {
        ObjectNode tree = tree();
        ArrayNode errors = tree.putArray("errors");
        for (FieldProblem problem : problems) {
            errors.addObject().put("field", problem.field()).put("reason", problem.reason());
        }
        return bytes(tree);
    }

    private ObjectNode tree() {
        return StrictJson.object()
                .put("type", TYPE)
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
    }

    private static byte[] bytes(ObjectNode tree) {
        return StrictJson.write(tree).getBytes(StandardCharsets.UTF_8);
    }
}
