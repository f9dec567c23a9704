-- What a person decides, and what is waiting for it.
alter table projection.review_items
    -- Listed again from then on; later events that change the question take it back.
    add column postponed_until timestamptz,
    -- Who decided what; empty where a later event settled the item.
    add column decided_by text,
    add column decision text,
    add column decision_reason text,
    add column decided_patient_id uuid,
    -- The body that was not applied, and when it came: what "take new" would take.
    add column proposed_body text,
    add column proposed_at timestamptz,
    add column proposed_identity text collate "C",
    -- The ids in candidates, by which a patient's open items are found.
    add column candidate_ids uuid[] not null default '{}';
create index review_items_candidates on projection.review_items using gin (candidate_ids)
    where state = 'open';
create index review_items_closed on projection.review_items (practice_id, closed_at desc, id)
    where state = 'closed';

-- A person said that deliveries of this body bring nothing new.
alter table projection.taken_identities add column answered boolean not null default false;

-- Few of many: who was dismissed or deleted is listed for whoever wants to take it back.
create index booking_patients_ignored on projection.booking_patients (practice_id, booking_patient_id)
    where standing = 'ignored';

create policy reader on projection.booking_patients for select to praxis_reader
    using (
        practice_id = nullif(current_setting('praxis.practice', true), '')
        and current_setting('praxis.role', true) = 'admin');

-- A command is found by its id; other identities are nobody's business.
create policy reader on projection.taken_identities for select to praxis_reader
    using (
        practice_id = nullif(current_setting('praxis.practice', true), '')
        and identity_key like 'command:%');

-- Besides admins, whoever ordered something sees what became of it.
alter policy reader on ledger.event_log using (
    practice_id = nullif(current_setting('praxis.practice', true), '')
    and (
        current_setting('praxis.role', true) = 'admin'
        or (
            kind = 'command'
            and outcome ->> 'by' = nullif(current_setting('praxis.sub', true), ''))));

-- What waits for a decision about this patient: a number, for all who may see the patient. Runs as
-- its owner, since only admins see the items and appointments themselves.
create function projection.waiting_for(of_patient uuid) returns bigint
    language sql stable security definer set search_path = ''
return (
    select count(*)
    from projection.review_items item
    join projection.appointments parked
        on parked.practice_id = item.practice_id
        and parked.booking_patient_id = item.booking_patient_id
    where item.practice_id = nullif(current_setting('praxis.practice', true), '')
        and item.state = 'open'
        and item.candidate_ids @> array[of_patient]
        and parked.patient_id is null
        and parked.status = 'scheduled');
revoke execute on function projection.waiting_for from public;
grant execute on function projection.waiting_for to praxis_reader;

create view read.booking_patients with (security_invoker = true) as
    select
        practice_id, booking_patient_id, standing, patient_id, first_name, last_name, email, phone,
        date_of_birth, gender
    from projection.booking_patients;

create view read.reviews with (security_invoker = true) as
    select
        practice_id, id, kind, state, booking_patient_id, booking_appointment_id, patient_id,
        candidates, opened_at, due_at, postponed_until, closed_at, closed_because, decided_by,
        decision, decision_reason, decided_patient_id, event_id, proposed_body, proposed_at,
        -- Of the likeliest candidate, where the matcher gave one.
        case when json_typeof(candidates -> 0 -> 'score') = 'number'
            then cast(candidates -> 0 ->> 'score' as double precision) end as score
    from projection.review_items;

-- What takes place, if somebody says with whom.
create view read.parked_appointments with (security_invoker = true) as
    select
        practice_id, booking_patient_id, id, booking_system_appointment_id, scheduled_at,
        duration_minutes, therapist_name, service_name, status, synced_at
    from read.appointments
    where patient_id is null and status = 'scheduled';

create view read.commands with (security_invoker = true) as
    select
        command.practice_id, command.identity_key, entry.id as event_id, entry.event_type,
        entry.received_at, entry.processing_status, entry.error_message, entry.outcome
    from projection.taken_identities command
    join ledger.event_log entry
        on entry.id = command.event_id and entry.practice_id = command.practice_id;

-- The same by their place on the log: whoever sent one knows that first.
create view read.command_entries with (security_invoker = true) as
    select
        practice_id, partition_no, record_offset, id as event_id, event_type, received_at,
        processing_status, error_message, outcome
    from ledger.event_log
    where kind = 'command';

-- Is an appointment that could not be assigned yet waiting for this patient?
create view read.waiting with (security_invoker = true) as
    select patient.practice_id, patient.id as patient_id, patient.user_id,
        projection.waiting_for(patient.id) as appointments
    from projection.patients patient;

grant select on read.booking_patients, read.reviews, read.parked_appointments, read.commands,
    read.command_entries, read.waiting to praxis_reader;
grant select (practice_id, booking_patient_id, standing, patient_id, first_name, last_name, email,
    phone, date_of_birth, gender) on projection.booking_patients to praxis_reader;
grant select (practice_id, id, kind, state, booking_patient_id, booking_appointment_id, patient_id,
    candidates, opened_at, due_at, postponed_until, closed_at, closed_because, decided_by, decision,
    decision_reason, decided_patient_id, event_id, proposed_body, proposed_at)
    on projection.review_items to praxis_reader;
grant select (practice_id, identity_key, event_id) on projection.taken_identities to praxis_reader;
