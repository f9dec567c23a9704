package praxis.processor.simulate.world;

import org.apache.kafka.clients.producer.ProducerRecord;

import praxis.processor.apply.PracticeTables;
import praxis.processor.handle.RecordDigest;
import praxis.processor.model.BookingPatient;
import praxis.processor.model.BookingPatient.Standing;
import praxis.processor.model.LogRow;
import praxis.processor.model.Patient;
import praxis.processor.model.ProcessingStatus;
import praxis.processor.model.ReviewItem;
import praxis.processor.simulate.traffic.Traffic;
import praxis.schemas.command.CommandJson;
import praxis.schemas.command.CommandSeal;
import praxis.schemas.command.SentCommand;
import praxis.schemas.command.StaffCommand;
import praxis.schemas.command.StaffCommand.Answer;
import praxis.schemas.command.StaffCommand.DecideReview;
import praxis.schemas.event.BookingEvent.BookingPatientId;
import praxis.schemas.event.BookingEvent.PatientFields;
import praxis.schemas.event.Field;
import praxis.schemas.record.Bytes;
import praxis.schemas.record.InboundRecord;
import praxis.schemas.record.PracticeId;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Staff of all practices: looks at what is committed, and orders something about it. */
final class Admin {
    static final CommandSeal SEAL = new CommandSeal(new byte[] {7, 7, 7});

    private static final String WHO = "admin";

    private final FakeDatabase database;
    private final FakeLog log;
    private final VirtualTime time;
    private final Chance chance;
    private final Trace trace;
    private final List<Sent> sent = new ArrayList<>();

    private record Sent(PracticeId practice, SentCommand command) {}

    Admin(FakeDatabase database, FakeLog log, VirtualTime time, Chance chance, Trace trace) {
        this.database = database;
        this.log = log;
        this.time = time;
        this.chance = chance;
        this.trace = trace;
    }

    /** The salts of all that was ordered; below those of deliveries, which are numbered from 0. */
    List<Bytes> accepted() {
        return IntStream.range(0, sent.size()).mapToObj(Admin::salt).toList();
    }

    void orderSomething() {
        PracticeId practice = any(Traffic.PRACTICES);
        Optional<PracticeTables> tables =
                Optional.ofNullable(database.snapshot().practices().get(practice));
        if (!sent.isEmpty() && chance.below(WHO, 8) == 1) {
            again(any(sent));
        } else {
            tables.flatMap(known -> order(practice, known))
                    .ifPresent(command -> send(practice, command));
        }
    }

    /** The same once more; or something else under its id, which must do nothing. */
    private void again(Sent before) {
        StaffCommand command =
                chance.below(WHO, 4) == 1
                        ? new StaffCommand.RestoreBookingPatient(new BookingPatientId("B1"))
                        : before.command().command();
        send(before.practice(), new SentCommand(before.command().id(), admin(), command));
    }

    private void send(PracticeId practice, StaffCommand command) {
        send(practice, new SentCommand(new UUID(77, sent.size()), admin(), command));
    }

    private void send(PracticeId practice, SentCommand command) {
        trace.note("admin of " + practice + " orders " + command);
        Bytes body = Bytes.of(CommandJson.write(command));
        Bytes salt = salt(sent.size());
        sent.add(new Sent(practice, command));
        ProducerRecord<byte[], byte[]> record =
                SEAL.seal(
                        new InboundRecord(
                                InboundRecord.Kind.COMMAND,
                                practice,
                                Optional.of(command.id().toString()),
                                CommandSeal.SCHEME,
                                "",
                                time.instant(),
                                salt,
                                RecordDigest.commitment(new byte[0], body.toArray()),
                                false,
                                Optional.empty(),
                                body));
        log.append(Traffic.PRACTICES.indexOf(practice) % log.partitions(), record, time.instant());
    }

    private SentCommand.Sender admin() {
        return new SentCommand.Sender("admin-" + chance.below(WHO, 2), "admin");
    }

    private static Bytes salt(int number) {
        return Bytes.of(ByteBuffer.allocate(InboundRecord.SALT_BYTES).putInt(-1 - number).array());
    }

    private Optional<StaffCommand> order(PracticeId practice, PracticeTables tables) {
        return switch (chance.below(WHO, 15)) {
            case 0, 1, 2, 3, 4 -> decide(tables, ReviewItem::isOpen);
            case 5 -> decide(tables, item -> !item.isOpen());
            case 6 ->
                    linked(tables)
                            .map(
                                    link ->
                                            new StaffCommand.UnlinkPatient(
                                                    link.patient().orElseThrow().value(),
                                                    chance.below(WHO, 2) == 0
                                                            ? Optional.of(link.id())
                                                            : Optional.empty()));
            case 7 ->
                    patient(tables)
                            .flatMap(
                                    patient ->
                                            bookingPatient(tables)
                                                    .map(
                                                            it ->
                                                                    new StaffCommand.LinkPatient(
                                                                            patient.id().value(),
                                                                            it.id())));
            case 8 ->
                    bookingPatient(tables)
                            .map(
                                    it ->
                                            new StaffCommand.CreatePatient(
                                                    it.facts(), Optional.empty()));
            case 9 ->
                    patient(tables)
                            .map(
                                    it ->
                                            new StaffCommand.ChangePatient(
                                                    it.id().value(), noAddress(), Field.absent()));
            case 10 ->
                    of(tables, Standing.IGNORED)
                            .map(it -> new StaffCommand.RestoreBookingPatient(it.id()));
            case 11 -> failed(practice).map(it -> new StaffCommand.RedriveEvent(it.id()));
            case 12 -> patient(tables).map(it -> calendar(it.id().value()));
            case 13 ->
                    Optional.of(
                            new Office(tables, bound -> chance.below(WHO, bound))
                                    .order(patient(tables)));
            default ->
                    Optional.of(
                            new DecideReview(
                                    new UUID(1, 1), new Answer.Dismiss(), Optional.empty()));
        };
    }

    private Optional<StaffCommand> decide(PracticeTables tables, Predicate<ReviewItem> wanted) {
        List<ReviewItem> items =
                tables.reviews().values().stream()
                        .filter(wanted)
                        .sorted(Comparator.comparing(item -> item.id().toString()))
                        .toList();
        return items.isEmpty() ? Optional.empty() : Optional.of(answer(tables, any(items)));
    }

    private StaffCommand answer(PracticeTables tables, ReviewItem item) {
        Answer answer =
                switch (chance.below(WHO, 9)) {
                    case 0, 1 -> new Answer.TakeNew();
                    case 2 -> new Answer.KeepCurrent();
                    case 3, 4 ->
                            item.candidates().isEmpty()
                                    ? new Answer.Dismiss()
                                    : new Answer.Link(
                                            item.candidates().getFirst().patient().value());
                    case 5 ->
                            patient(tables)
                                    .<Answer>map(any -> new Answer.Link(any.id().value()))
                                    .orElseGet(Answer.Dismiss::new);
                    case 6 -> new Answer.Create(PatientFields.none());
                    case 7 -> new Answer.Dismiss();
                    default -> new Answer.Postpone(Optional.empty());
                };
        return new DecideReview(item.id(), answer, Optional.empty());
    }

    private StaffCommand calendar(UUID patient) {
        int token = chance.below(WHO, 3);
        return token == 0
                ? new StaffCommand.RevokeCalendarFeed(patient)
                : new StaffCommand.IssueCalendarFeed(patient, Integer.toString(token).repeat(64));
    }

    /** What is broken stays broken, but nothing else may come of it either. */
    private Optional<LogRow> failed(PracticeId practice) {
        return any(
                database.rows().stream()
                        .filter(row -> row.practice().filter(practice::equals).isPresent())
                        .filter(row -> row.entry().status() == ProcessingStatus.ERROR));
    }

    private Optional<Patient> patient(PracticeTables tables) {
        return any(tables.patients().values().stream().sorted(Comparator.comparing(Patient::id)));
    }

    private Optional<BookingPatient> bookingPatient(PracticeTables tables) {
        return any(sorted(tables));
    }

    private Optional<BookingPatient> linked(PracticeTables tables) {
        return of(tables, Standing.LINKED);
    }

    private Optional<BookingPatient> of(PracticeTables tables, Standing standing) {
        return any(sorted(tables).filter(it -> it.standing() == standing));
    }

    private static Stream<BookingPatient> sorted(PracticeTables tables) {
        return tables.bookingPatients().values().stream()
                .sorted(Comparator.comparing(BookingPatient::id));
    }

    /** A card without an address, as most card files have. */
    private static PatientFields noAddress() {
        return new PatientFields(
                Field.cleared(),
                Field.absent(),
                Field.absent(),
                Field.absent(),
                Field.absent(),
                Field.absent());
    }

    private <T> Optional<T> any(Stream<T> choices) {
        List<T> all = choices.toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(any(all));
    }

    private <T> T any(List<T> choices) {
        return choices.get(chance.below(WHO, choices.size()));
    }
}
