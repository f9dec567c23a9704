package praxis.read.reviews;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;

import praxis.read.access.Caller;
import praxis.read.answers.Members;
import praxis.read.answers.Problem;
import praxis.read.answers.Problem.BadParameter;
import praxis.read.answers.Reading;
import praxis.read.commands.Commands;
import praxis.read.commands.Entry;
import praxis.schemas.command.Refusal;
import praxis.schemas.command.StaffCommand.Answer;
import praxis.schemas.command.StaffCommand.DecideReview;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Takes decisions on review items. Which one was first is the log's to say, not ours. */
public final class Decisions {
    private final ReviewQueries queries;
    private final ReviewDetails details;
    private final Commands commands;
    private final Clock clock;

    public Decisions(ReviewQueries queries, ReviewDetails details, Commands commands, Clock clock) {
        this.queries = queries;
        this.details = details;
        this.commands = commands;
        this.clock = clock;
    }

    HttpResponse<?> decide(HttpRequest<?> request, Caller caller, ReviewRow item, Members body) {
        boolean namedAlready =
                details.newcomer(caller, item)
                        .map(newcomer -> newcomer.facts())
                        .filter(facts -> facts.lastName() != null || facts.firstName() != null)
                        .isPresent();
        Reading<DecideReview> reading =
                new DecisionReading(body, item, clock.instant()).read(namedAlready);
        return switch (reading) {
            case Reading.Refused<DecideReview> refused -> Problem.badFields(refused.errors());
            case Reading.Valid<DecideReview>(DecideReview command) ->
                    commands.order(request, caller, command, new Ending(caller, item, command));
        };
    }

    private final class Ending implements Commands.Ending {
        private final Caller caller;
        private final ReviewRow before;
        private final DecideReview command;

        Ending(Caller caller, ReviewRow before, DecideReview command) {
            this.caller = caller;
            this.before = before;
            this.command = command;
        }

        @Override
        public HttpResponse<?> done(Entry entry) {
            return HttpResponse.ok(details.of(caller, now(), clock.instant()));
        }

        @Override
        public Optional<HttpResponse<?>> refused(Refusal why) {
            return switch (why) {
                case ALREADY_DECIDED, ALREADY_CLOSED -> Optional.of(SettledProblem.of(now()));
                case NOT_FOUND -> noSuchPatient();
                case LINKED_ELSEWHERE,
                        NOT_POSSIBLE,
                        SEVERAL_LINKS,
                        CHANGED_SINCE,
                        LOGIN_TAKEN,
                        ID_REUSED,
                        ALREADY_PROCESSED,
                        PAYLOAD_ERASED ->
                        Optional.empty();
            };
        }

        /** The item was there a moment ago, so it must be the patient. */
        private Optional<HttpResponse<?>> noSuchPatient() {
            return command.answer() instanceof Answer.Link
                    ? Optional.of(
                            Problem.badFields(
                                    List.of(
                                            new BadParameter(
                                                    "patient_id", "A patient of the practice."))))
                    : Optional.empty();
        }

        private ReviewRow now() {
            return queries.one(caller, before.id()).orElse(before);
        }
    }
}
