-- Who may do what. The processor writes, the reader reads through views, and the rows that a reader
-- sees are chosen here, by what the read API says of its caller in three settings of the
-- transaction: praxis.practice, praxis.role and praxis.sub. Unset means: nothing is seen.
create schema read;

grant usage on schema projection, ledger to praxis_processor;
grant select, insert, update, delete on all tables in schema projection to praxis_processor;
grant select, insert on
    ledger.event_log, ledger.event_payloads, ledger.log_roots, ledger.installation
    to praxis_processor;
grant select, insert, update on ledger.progress, ledger.outbox to praxis_processor;

do $$
declare
    each regclass;
begin
    foreach each in array array[
        'projection.practices', 'projection.patients', 'projection.match_keys',
        'projection.booking_patients', 'projection.appointments', 'projection.kept_apart',
        'projection.taken_identities', 'projection.review_items', 'projection.therapists',
        'projection.therapist_names', 'ledger.event_log', 'ledger.event_payloads',
        'ledger.outbox', 'ledger.progress', 'ledger.log_roots', 'ledger.installation'
    ]::regclass[]
    loop
        -- No policy for the processor: its role stands above them, see roles.sql.
        execute format('alter table %s enable row level security', each);
    end loop;
end
$$;

-- Both run as their owner, past the policies: the policies of patients and appointments that asked
-- each other's tables would never end. Their answers are about the caller alone.
create function projection.caller_has_names() returns boolean
    language sql stable security definer set search_path = ''
return exists (
    select
    from projection.therapist_names known
    where known.practice_id = nullif(current_setting('praxis.practice', true), '')
        and known.therapist_id = nullif(current_setting('praxis.sub', true), ''));

create function projection.caller_treats(of_patient uuid) returns boolean
    language sql stable security definer set search_path = ''
return exists (
    select
    from projection.appointments appointment
    join projection.therapist_names known using (practice_id, therapist_name)
    where appointment.practice_id = nullif(current_setting('praxis.practice', true), '')
        and appointment.patient_id = of_patient
        and known.therapist_id = nullif(current_setting('praxis.sub', true), ''));

revoke execute on function projection.caller_has_names, projection.caller_treats from public;
grant execute on function projection.caller_has_names, projection.caller_treats to praxis_reader;

create policy reader on projection.practices for select to praxis_reader
    using (practice_id = nullif(current_setting('praxis.practice', true), ''));

create policy reader on projection.patients for select to praxis_reader
    using (
        practice_id = nullif(current_setting('praxis.practice', true), '')
        and archived_at is null
        and case current_setting('praxis.role', true)
            when 'admin' then true
            when 'therapist' then
                therapist_id = nullif(current_setting('praxis.sub', true), '')
                -- Asked once for a whole query; only where it must, row by row.
                or (
                    select practice.therapist_scope = 'practice'
                    from projection.practices practice
                    where practice.practice_id = nullif(current_setting('praxis.practice', true), ''))
                or ((select projection.caller_has_names()) and projection.caller_treats(id))
            when 'patient' then user_id = nullif(current_setting('praxis.sub', true), '')
            else false
        end);

-- Parked appointments belong to nobody yet: only admins see them.
create policy reader on projection.appointments for select to praxis_reader
    using (
        practice_id = nullif(current_setting('praxis.practice', true), '')
        and (
            current_setting('praxis.role', true) = 'admin'
            or exists (
                select from projection.patients patient
                where patient.practice_id = appointments.practice_id
                    and patient.id = appointments.patient_id)));

create policy reader on projection.review_items for select to praxis_reader
    using (
        practice_id = nullif(current_setting('praxis.practice', true), '')
        and current_setting('praxis.role', true) = 'admin');

create policy reader on ledger.event_log for select to praxis_reader
    using (
        practice_id = nullif(current_setting('praxis.practice', true), '')
        and current_setting('praxis.role', true) = 'admin');

-- Payloads have no practice of their own: seen is what the log row beside it lets see.
create policy reader on ledger.event_payloads for select to praxis_reader
    using (
        exists (
            select from ledger.event_log entry
            where entry.partition_no = event_payloads.partition_no
                and entry.record_offset = event_payloads.record_offset));

create policy reader on ledger.progress for select to praxis_reader using (true);

-- The views act as their caller, so the policies above hold behind each of them. They are no
-- barriers on top: a barrier would let every row of a practice be read before the first is found.
create view read.practices with (security_invoker = true) as
    select practice_id, booking_tool_url, default_therapist_id, time_zone, last_sign_of_life
    from projection.practices;

-- In the order of a German telephone book; who has no name yet comes first.
create index patients_sorted on projection.patients (
    practice_id,
    (coalesce(last_name, '') collate "de-x-icu"),
    (coalesce(first_name, '') collate "de-x-icu"),
    id);

create view read.patients with (security_invoker = true) as
    select
        practice_id, id, first_name, last_name, email, phone, date_of_birth, gender,
        booking_system_id, booking_email, therapist_id, user_id,
        coalesce(last_name, '') collate "de-x-icu" as last_name_order,
        coalesce(first_name, '') collate "de-x-icu" as first_name_order
    from projection.patients;

create view read.appointments with (security_invoker = true) as
    select
        practice_id, id, patient_id, booking_patient_id, booking_system_appointment_id,
        scheduled_at, time_flag, duration_minutes, therapist_name, service_name, status, synced_at
    from projection.appointments
    -- A cancellation that came alone says only that something will not take place.
    where scheduled_at is not null;

-- One row for each appointment, or one without where a patient has none.
create view read.patient_appointments with (security_invoker = true) as
    select
        patient.id as patient_id, patient.user_id, patient.first_name, patient.last_name,
        patient.booking_system_id,
        practice.booking_tool_url, practice.last_sign_of_life,
        appointment.id, appointment.booking_system_appointment_id, appointment.scheduled_at,
        appointment.duration_minutes, appointment.therapist_name, appointment.service_name,
        appointment.status, appointment.synced_at
    from read.patients patient
    left join read.practices practice using (practice_id)
    left join read.appointments appointment
        on appointment.practice_id = patient.practice_id and appointment.patient_id = patient.id;

create view read.webhook_events with (security_invoker = true) as
    select
        entry.practice_id, entry.id, entry.record_offset, entry.kind, entry.event_type,
        entry.received_at, entry.booking_patient_id, entry.booking_appointment_id,
        entry.patient_id, entry.about_event_id, entry.processing_status, entry.error_message,
        coalesce(
            (select later.processing_status
            from ledger.event_log later
            where later.about_event_id = entry.id
            order by later.record_offset desc
            limit 1),
            entry.processing_status) as current_status,
        entry.outcome,
        case
            when payload.not_jsonb is null
            then convert_from(payload.body, 'UTF8')::jsonb
        end as payload,
        octet_length(payload.body) as payload_bytes,
        case
            when payload.body is null then 'erased'
            else payload.not_jsonb
        end as payload_missing_because
    from ledger.event_log entry
    left join ledger.event_payloads payload using (partition_no, record_offset);

create view read.progress with (security_invoker = true) as
    select partition_no, next_offset from ledger.progress;

-- No usage of the other schemas: the reader cannot name a table, only what the views name for it.
grant usage on schema read to praxis_reader;
grant select on all tables in schema read to praxis_reader;
-- A view that acts as its caller needs the caller's right on the columns it names, and no more.
grant select (practice_id, booking_tool_url, default_therapist_id, time_zone, last_sign_of_life,
    therapist_scope) on projection.practices to praxis_reader;
grant select (practice_id, id, first_name, last_name, email, phone, date_of_birth, gender,
    booking_system_id, booking_email, therapist_id, user_id, archived_at)
    on projection.patients to praxis_reader;
grant select (practice_id, id, patient_id, booking_patient_id, booking_system_appointment_id,
    scheduled_at, time_flag, duration_minutes, therapist_name, service_name, status, synced_at)
    on projection.appointments to praxis_reader;
grant select (partition_no, record_offset, id, practice_id, kind, event_type, received_at,
    booking_patient_id, booking_appointment_id, patient_id, about_event_id, processing_status,
    error_message, outcome) on ledger.event_log to praxis_reader;
grant select (partition_no, record_offset, body, not_jsonb)
    on ledger.event_payloads to praxis_reader;
grant select (partition_no, next_offset) on ledger.progress to praxis_reader;
