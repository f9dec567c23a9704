package praxis.edge.receive;

import praxis.schemas.event.Envelope;
import praxis.schemas.event.FieldProblem;
import praxis.schemas.json.StrictJson;

import java.util.List;

/** What a glance at a body tells: only as much as the answer needs. */
sealed interface Content {
    record Event() implements Content {}

    record NotJson() implements Content {}

    record UnusableEnvelope(List<FieldProblem> problems) implements Content {}

    static Content glance(byte[] body) {
        return StrictJson.parse(body)
                .map(Envelope::glance)
                .map(
                        glance ->
                                switch (glance) {
                                    case Envelope.Glance.Usable usable -> new Event();
                                    case Envelope.Glance.Unusable(var problems) ->
                                            new UnusableEnvelope(problems);
                                })
                .orElseGet(NotJson::new);
    }
}
