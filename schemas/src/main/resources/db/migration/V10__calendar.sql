-- What failed, in the order in which it is to be processed again: few of many.
create index event_log_failed on ledger.event_log (practice_id, record_offset)
    where processing_status = 'error';

-- By which token, kept as its hash alone, a patient's appointments can be read as a calendar.
create table projection.calendar_feeds (
    practice_id text collate "C" not null,
    patient_id uuid not null,
    token_hash text collate "C" not null,
    primary key (patient_id, practice_id)
);
create index calendar_feeds_token on projection.calendar_feeds (token_hash);
alter table projection.calendar_feeds enable row level security;
grant select, insert, update, delete on projection.calendar_feeds to praxis_processor;

-- A calendar's time zone, and what tells whether an appointment is another than it was.
create view read.calendar_entries with (security_invoker = true) as
    select
        patient.practice_id, patient.id as patient_id,
        coalesce(practice.time_zone, 'Europe/Berlin') as time_zone,
        appointment.id, appointment.scheduled_at, appointment.duration_minutes,
        appointment.therapist_name, appointment.service_name, appointment.status,
        appointment.synced_at, least(appointment.changed_offset, 2147483647) as sequence
    from projection.patients patient
    left join projection.practices practice using (practice_id)
    left join projection.appointments appointment
        on appointment.practice_id = patient.practice_id and appointment.patient_id = patient.id
        and appointment.scheduled_at is not null;
grant select on read.calendar_entries to praxis_reader;
grant select (changed_offset) on projection.appointments to praxis_reader;

-- Whoever knows the token is whom it was given to: its hash alone opens this, to one patient's
-- appointments, and no login has to. Runs as its owner, past the policies that ask for one.
create function read.calendar_feed(of_token text) returns setof read.calendar_entries
    language sql stable security definer set search_path = ''
begin atomic
    select
        patient.practice_id, patient.id, coalesce(practice.time_zone, 'Europe/Berlin'),
        appointment.id, appointment.scheduled_at, appointment.duration_minutes,
        appointment.therapist_name, appointment.service_name, appointment.status,
        appointment.synced_at, least(appointment.changed_offset, 2147483647)
    from projection.calendar_feeds feed
    join projection.patients patient
        on patient.practice_id = feed.practice_id and patient.id = feed.patient_id
        and patient.archived_at is null
    left join projection.practices practice on practice.practice_id = patient.practice_id
    left join projection.appointments appointment
        on appointment.practice_id = patient.practice_id and appointment.patient_id = patient.id
        and appointment.scheduled_at is not null
    where feed.token_hash = of_token
    order by appointment.scheduled_at desc, appointment.id
    limit 2000;
end;
revoke execute on function read.calendar_feed from public;
grant execute on function read.calendar_feed to praxis_reader;
