package praxis.sandbox.screen;

import praxis.sandbox.access.Caller;
import praxis.sandbox.access.TokenIssuer;
import praxis.sandbox.system.Program;
import praxis.sandbox.system.RunningProgram;
import praxis.sandbox.system.Sandbox;
import praxis.schemas.record.PracticeId;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/** The text that greets whoever started the sandbox: addresses, a token, a webhook to paste. */
public final class Welcome {
    private static final Duration TOKEN_LIFETIME = Duration.ofDays(1);

    private Welcome() {}

    public static String of(Sandbox sandbox, Instant now) {
        return """

        The sandbox runs. Ctrl-C stops it.

          webhooks    %s
          read API    %s
          processors  %s
          Kafka       %s
          PostgreSQL  %s

        Send a webhook of your own (in another terminal):

        %s

        or let ./praxis sign it:   ./praxis send ping

        Read what came of it, as the practice's admin (this token lives for a day):

        TOKEN=%s
        curl -s -H "Authorization: Bearer $TOKEN" %s/api/patients
        """
                .formatted(
                        sandbox.edges().stream()
                                .map(edge -> edge + "/api/webhooks/booking")
                                .collect(Collectors.joining("\n              ")),
                        sandbox.read(),
                        addresses(sandbox),
                        sandbox.kafkaBootstrap(),
                        sandbox.databaseUrl(),
                        curl(sandbox),
                        token(sandbox, now),
                        sandbox.read());
    }

    private static String addresses(Sandbox sandbox) {
        return sandbox.programs(Program.EVENT_PROCESSOR).stream()
                .map(RunningProgram::instance)
                .map(instance -> instance.address().resolve("/prometheus"))
                .map(URI::toString)
                .collect(Collectors.joining(" "));
    }

    /** Signed by openssl before the reader's eyes: nothing of ours is needed to send a webhook. */
    private static String curl(Sandbox sandbox) {
        return """
        SECRET='%s'
        BODY='{"event_type":"patient.created","payload":{"id":"pat-1","email":"erika@example.org","vorname":"Erika","nachname":"Beispiel"}}'
        SIGNATURE=$(printf %%s "$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/^.* //')
        curl -i %s/api/webhooks/booking -H 'Content-Type: application/json' \\
            -H "X-Webhook-Signature: sha256=$SIGNATURE" --data-binary "$BODY"\
        """
                .formatted(sandbox.secrets().webhook().text(), sandbox.edges().getFirst());
    }

    private static String token(Sandbox sandbox, Instant now) {
        Caller admin = new Caller(Caller.Role.ADMIN, "demo-admin", PracticeId.DEFAULT);
        return new TokenIssuer(sandbox.secrets().jwtSecret()).issue(admin, now, TOKEN_LIFETIME);
    }
}
