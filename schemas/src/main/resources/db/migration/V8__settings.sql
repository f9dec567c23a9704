-- What admins choose, and who the therapists are; both come with orders on the log.
alter table projection.practices
    -- Counts changes of settings and therapists: an order names the one that it was based on.
    add column settings_version bigint not null default 0,
    add column create_policy text not null default 'always'
        check (create_policy in ('always', 'with_first_appointment', 'ask')),
    -- Null: the installation's own default counts.
    add column rate_limit_per_minute integer check (rate_limit_per_minute > 0);

-- Told of, and a patient as soon as an appointment comes.
alter table projection.booking_patients
    drop constraint booking_patients_standing_check,
    add constraint booking_patients_standing_check
        check (standing in ('unknown', 'expected', 'in_review', 'linked', 'ignored', 'ended'));

-- What lies ahead is on the newest pages. This kind of index costs writers next to nothing, and a
-- changed time still stays on its page.
create index appointments_time on projection.appointments using brin (scheduled_at)
    with (pages_per_range = 32, autosummarize = on);

create policy reader on projection.therapists for select to praxis_reader
    using (
        practice_id = nullif(current_setting('praxis.practice', true), '')
        and current_setting('praxis.role', true) = 'admin');

create policy reader on projection.therapist_names for select to praxis_reader
    using (
        practice_id = nullif(current_setting('praxis.practice', true), '')
        and current_setting('praxis.role', true) = 'admin');

-- A practice has its row before anything is known of it: the first order is about version 0.
create view read.settings with (security_invoker = true) as
    select
        practice_id, settings_version, default_therapist_id, booking_tool_url, time_policy,
        time_zone, retry_horizon_seconds, therapist_scope, create_policy, link_without_email,
        rate_limit_per_minute
    from projection.practices
    where current_setting('praxis.role', true) = 'admin';

create view read.therapists with (security_invoker = true) as
    select
        therapist.practice_id, therapist.therapist_id, therapist.display_name,
        array(
            select known.therapist_name
            from projection.therapist_names known
            where known.practice_id = therapist.practice_id
                and known.therapist_id = therapist.therapist_id
            order by known.therapist_name collate "C") as names
    from projection.therapists therapist;

-- Appointments whose time another policy would read differently, as it reads now and as it then would.
create view read.times_in_doubt with (security_invoker = true) as
    select
        appointment.practice_id, appointment.scheduled_at,
        case practice.time_policy
            when 'offset'
                then (appointment.scheduled_at at time zone 'UTC') at time zone practice.time_zone
            else (appointment.scheduled_at at time zone practice.time_zone) at time zone 'UTC'
        end as otherwise_at
    from projection.appointments appointment
    join projection.practices practice using (practice_id)
    where upper(right(appointment.scheduled_text, 1)) = 'Z'
        and current_setting('praxis.role', true) = 'admin';

grant select on read.settings, read.therapists, read.times_in_doubt to praxis_reader;
grant select (settings_version, time_policy, retry_horizon_seconds, create_policy,
    link_without_email, rate_limit_per_minute) on projection.practices to praxis_reader;
grant select (scheduled_text) on projection.appointments to praxis_reader;
grant select (practice_id, therapist_id, display_name) on projection.therapists to praxis_reader;
grant select (practice_id, therapist_id, therapist_name) on projection.therapist_names
    to praxis_reader;

-- How much a practice has of what, for its admins.
create view read.standing with (security_invoker = true) as
    select
        of_patients.*, of_booking_patients.*,
        (select count(*) from projection.review_items where state = 'open') as open_reviews,
        (select count(*) from read.parked_appointments) as parked
    from
        (select
            count(*) as patients, count(*) filter (where therapist_id is null) as patients_of_nobody
        from projection.patients) of_patients,
        (select
            count(*) filter (where standing = 'linked') as linked,
            count(*) filter (where standing = 'expected') as expected,
            count(*) filter (where standing = 'ignored') as ignored
        from projection.booking_patients) of_booking_patients
    where current_setting('praxis.role', true) = 'admin'
        and current_setting('praxis.practice', true) <> '';
grant select on read.standing to praxis_reader;
