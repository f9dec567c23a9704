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
        item.practice_id, item.id, item.kind, item.state, item.booking_patient_id,
        item.booking_appointment_id, item.patient_id, item.candidates, item.opened_at, item.due_at,
        item.postponed_until, item.closed_at, item.closed_because, item.decided_by, item.decision,
        item.decision_reason, item.decided_patient_id, item.event_id, item.proposed_body,
        item.proposed_at, waiting.appointments as waiting_appointments,
        waiting.next_at as next_waiting_at
    from projection.review_items item
    cross join lateral (
        select count(*) as appointments, min(parked.scheduled_at) as next_at
        from projection.appointments parked
        where parked.practice_id = item.practice_id
            and parked.booking_patient_id = item.booking_patient_id
            and parked.patient_id is null
            and parked.status = 'scheduled'
            and item.state = 'open') waiting;

create view read.commands with (security_invoker = true) as
    select
        command.practice_id, command.identity_key, entry.id as event_id, entry.event_type,
        entry.received_at, entry.processing_status, entry.error_message, entry.outcome
    from projection.taken_identities command
    join ledger.event_log entry
        on entry.id = command.event_id and entry.practice_id = command.practice_id;

-- Is an appointment that could not be assigned yet waiting for this patient?
create view read.waiting with (security_invoker = true) as
    select patient.practice_id, patient.id as patient_id,
        projection.waiting_for(patient.id) as appointments
    from projection.patients patient;

grant select on read.booking_patients, read.reviews, read.commands, read.waiting to praxis_reader;
grant select (practice_id, booking_patient_id, standing, patient_id, first_name, last_name, email,
    phone, date_of_birth, gender) on projection.booking_patients to praxis_reader;
grant select (practice_id, id, kind, state, booking_patient_id, booking_appointment_id, patient_id,
    candidates, opened_at, due_at, postponed_until, closed_at, closed_because, decided_by, decision,
    decision_reason, decided_patient_id, event_id, proposed_body, proposed_at)
    on projection.review_items to praxis_reader;
grant select (practice_id, identity_key, event_id) on projection.taken_identities to praxis_reader;
