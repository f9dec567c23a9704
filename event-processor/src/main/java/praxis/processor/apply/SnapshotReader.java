package praxis.processor.apply;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

import praxis.processor.model.Progress;
import praxis.processor.model.Settings;
import praxis.schemas.record.PracticeId;

import java.util.HashMap;
import java.util.Map;

/** Reads all that the tables hold, at one moment, while others go on writing. */
public final class SnapshotReader {
    private final Jdbi jdbi;

    public SnapshotReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Snapshot read() {
        return jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> {
                    Map<Integer, Progress> progress = new HashMap<>();
                    LedgerDao.all(handle).forEach(each -> progress.put(each.partition(), each));
                    return new Snapshot(progress, practices(handle));
                });
    }

    /** What the tables hold, as the handle's transaction sees it. */
    public static Map<PracticeId, PracticeTables> practices(Handle handle) {
        Map<PracticeId, PracticeTables> all = new HashMap<>();
        PracticeDao.all(handle)
                .forEach(
                        (practice, known) ->
                                all.put(
                                        practice,
                                        PracticeTables.empty(known.settings())
                                                .seenAt(known.lastSignOfLife())));
        TherapistDao.all(
                handle,
                (practice, directory) ->
                        all.computeIfPresent(practice, (_, known) -> known.listing(directory)));
        PatientDao.all(handle, row -> of(all, row).patients().put(row.value().id(), row.value()));
        MatchKeyDao.all(handle, row -> of(all, row).put(row.value().key(), row.value().patient()));
        NameCountDao.all(
                handle,
                row -> of(all, row).counts().put(row.value().counted(), row.value().patients()));
        BookingPatientDao.all(
                handle, row -> of(all, row).bookingPatients().put(row.value().id(), row.value()));
        AppointmentDao.all(
                handle,
                row ->
                        of(all, row)
                                .appointments()
                                .put(row.value().bookingAppointment(), row.value()));
        IdentityDao.all(
                handle, row -> of(all, row).identities().put(row.value().key(), row.value()));
        ReviewDao.all(handle, row -> of(all, row).reviews().put(row.value().id(), row.value()));
        KeptApartDao.all(handle, row -> of(all, row).keptApart().add(row.value()));
        CalendarFeedDao.all(
                handle,
                row -> of(all, row).calendarFeeds().put(row.value().patient(), row.value()));
        return all;
    }

    private static PracticeTables of(Map<PracticeId, PracticeTables> all, InPractice<?> row) {
        return all.computeIfAbsent(row.practice(), _ -> PracticeTables.empty(Settings.DEFAULT));
    }
}
