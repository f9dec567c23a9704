-- What tells rows apart comes first in a key: with the practice first, each step of a search would
-- compare it in vain. Of review_items the practice stays first: they are few, and the planner,
-- before it knows that, takes any index on open ones for as good as another.
alter table projection.patients
    drop constraint patients_pkey, add primary key (id, practice_id);
alter table projection.match_keys
    drop constraint match_keys_pkey, add primary key (match_key, practice_id, patient_id);
alter table projection.booking_patients
    drop constraint booking_patients_pkey, add primary key (booking_patient_id, practice_id);
alter table projection.appointments
    drop constraint appointments_pkey,
    add primary key (booking_system_appointment_id, practice_id);
alter table projection.kept_apart
    drop constraint kept_apart_pkey, add primary key (booking_patient_id, practice_id, patient_id);
alter table projection.taken_identities
    drop constraint taken_identities_pkey, add primary key (identity_key, practice_id);

drop index projection.booking_patients_patient;
create index booking_patients_patient on projection.booking_patients (patient_id, practice_id)
    where patient_id is not null;
drop index projection.appointments_patient;
create index appointments_patient on projection.appointments (patient_id, practice_id)
    where patient_id is not null;
drop index projection.appointments_booking_patient;
create index appointments_booking_patient
    on projection.appointments (booking_patient_id, practice_id);

-- Nothing asks for this one: patients_sorted is what lists are made of.
drop index projection.patients_name;

-- Growing at its right end costs less than growing at its left; read backwards it is as good.
drop index ledger.event_log_practice;
create index event_log_practice on ledger.event_log (practice_id, record_offset);

-- Room for a change of the appointment to stay on its page, and then to touch no index.
alter table projection.appointments set (fillfactor = 85);
