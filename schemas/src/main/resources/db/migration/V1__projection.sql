-- The projection: what the log adds up to. Every row here can be made again from the log.
-- Ids and keys compare byte by byte (collate "C"): they are not for people's eyes, and an index must
-- not depend on the version of the C library.
create schema projection;

create table projection.practices (
    practice_id text collate "C" primary key,
    default_therapist_id text,
    booking_tool_url text,
    -- 'offset': the offset that was sent counts; 'local': Z means the practice's local time.
    time_policy text not null default 'offset' check (time_policy in ('offset', 'local')),
    time_zone text not null default 'Europe/Berlin',
    retry_horizon_seconds bigint not null default 86400 check (retry_horizon_seconds >= 0),
    therapist_scope text not null default 'own' check (therapist_scope in ('own', 'practice')),
    -- Receipt of the newest webhook, whatever became of it.
    last_sign_of_life timestamptz
);

create table projection.patients (
    practice_id text collate "C" not null,
    id uuid not null,
    first_name text,
    last_name text,
    email text,
    phone text,
    date_of_birth date,
    gender text not null default 'unbekannt',
    -- The newest link, shown with the patient; the links themselves stand in booking_patients.
    booking_system_id text,
    booking_email text,
    therapist_id text,
    user_id text,
    -- One bit per field (see PatientField): what the tool set, and what staff ever touched.
    tool_fields smallint not null default 0,
    staff_fields smallint not null default 0,
    archived_at timestamptz,
    changed_offset bigint not null,
    primary key (practice_id, id)
);
create unique index patients_user on projection.patients (practice_id, user_id) where user_id is not null;
create index patients_name on projection.patients (practice_id, lower(last_name), lower(first_name), id);

-- The inverted index of the matcher: which patients bear this key.
create table projection.match_keys (
    practice_id text collate "C" not null,
    match_key text collate "C" not null,
    patient_id uuid not null,
    primary key (practice_id, match_key, patient_id)
);

-- The tool's patients, as far as it told us of them, and which of ours they are.
create table projection.booking_patients (
    practice_id text collate "C" not null,
    booking_patient_id text collate "C" not null,
    standing text not null
        check (standing in ('unknown', 'in_review', 'linked', 'ignored', 'ended')),
    patient_id uuid,
    first_name text,
    last_name text,
    email text,
    phone text,
    date_of_birth date,
    gender text,
    -- One bit per field: told apart are "never sent" and "cleared".
    known_fields smallint not null default 0,
    version_kind text,
    version_number bigint,
    occurred_at timestamptz,
    changed_offset bigint not null,
    primary key (practice_id, booking_patient_id),
    check ((standing = 'linked') = (patient_id is not null))
);
create index booking_patients_patient on projection.booking_patients (practice_id, patient_id)
    where patient_id is not null;

create table projection.appointments (
    practice_id text collate "C" not null,
    -- Made of the primary key, and so as unique; nobody looks for it.
    id uuid not null,
    booking_system_appointment_id text collate "C" not null,
    -- Unknown only while nothing but a cancellation by id has come.
    booking_patient_id text collate "C",
    patient_id uuid,
    scheduled_at timestamptz,
    -- As it was sent: another time policy may read it differently.
    scheduled_text text,
    -- 'gap' or 'overlap': a local time that does not exist, or exists twice.
    time_flag text check (time_flag in ('gap', 'overlap')),
    duration_minutes integer,
    therapist_name text,
    service_name text,
    referrer json,
    status text not null check (status in ('scheduled', 'cancelled', 'completed')),
    synced_at timestamptz not null,
    known_fields smallint not null default 0,
    -- False while only cancellations have come: a late "created" then fills in, and revives nothing.
    announced boolean not null,
    version_kind text,
    version_number bigint,
    occurred_at timestamptz,
    -- Of the event that last spoke of the status: a revival must be newer than the cancellation.
    status_version_kind text,
    status_version_number bigint,
    status_occurred_at timestamptz,
    changed_offset bigint not null,
    primary key (practice_id, booking_system_appointment_id)
) with (fillfactor = 85);
-- Without the time in it: a change of the time alone then touches no index.
create index appointments_patient on projection.appointments (practice_id, patient_id)
    where patient_id is not null;
create index appointments_booking_patient
    on projection.appointments (practice_id, booking_patient_id);

-- Pairs that a person kept apart: never linked, never proposed again.
create table projection.kept_apart (
    practice_id text collate "C" not null,
    booking_patient_id text collate "C" not null,
    patient_id uuid not null,
    primary key (practice_id, booking_patient_id, patient_id)
);

-- Which event identities are taken, by which delivery, and with which body.
create table projection.taken_identities (
    practice_id text collate "C" not null,
    identity_key text collate "C" not null,
    body_digest bytea not null,
    event_id uuid not null,
    record_offset bigint not null,
    received_at timestamptz not null,
    primary key (practice_id, identity_key)
);

create table projection.review_items (
    practice_id text collate "C" not null,
    id uuid not null,
    kind text not null,
    -- What the item is about; at most one open item for each.
    subject text collate "C" not null,
    booking_patient_id text collate "C",
    booking_appointment_id text collate "C",
    patient_id uuid,
    -- Ranked: ids, and which fields agreed; no values.
    candidates json not null,
    state text not null check (state in ('open', 'closed')),
    opened_at timestamptz not null,
    due_at timestamptz not null,
    closed_at timestamptz,
    closed_because text,
    -- The newest event that speaks for this item.
    event_id uuid not null,
    primary key (practice_id, id)
);
create unique index review_items_open on projection.review_items (practice_id, subject)
    where state = 'open';
create index review_items_booking_patient
    on projection.review_items (practice_id, booking_patient_id);
create index review_items_booking_appointment
    on projection.review_items (practice_id, booking_appointment_id);
create index review_items_due on projection.review_items (practice_id, due_at) where state = 'open';

-- The practice's therapists and the names under which the booking tool knows them.
create table projection.therapists (
    practice_id text collate "C" not null,
    therapist_id text not null,
    display_name text not null,
    primary key (practice_id, therapist_id)
);
create table projection.therapist_names (
    practice_id text collate "C" not null,
    therapist_name text not null,
    therapist_id text not null,
    primary key (practice_id, therapist_name, therapist_id)
);

-- Until these tables are analysed for the first time the planner takes one practice's rows for a
-- few, and any index that begins with practice_id for good enough. It is told that a table may be
-- one practice's as a whole, so that it looks for the index on the very key from the first row on.
do $$
declare
    each text;
begin
    foreach each in array array[
        'patients', 'match_keys', 'booking_patients', 'appointments', 'kept_apart',
        'taken_identities', 'review_items'
    ]
    loop
        perform pg_restore_attribute_stats(
            'schemaname', 'projection', 'relname', each, 'attname', 'practice_id',
            'inherited', false, 'null_frac', 0::real, 'avg_width', 8, 'n_distinct', 1::real);
    end loop;
end
$$;
