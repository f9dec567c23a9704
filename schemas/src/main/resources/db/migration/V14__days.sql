-- What takes place when, for the list of a day. Parked appointments are among them, for those who
-- may see them: the policies of V3 hold behind the view.
create view read.days with (security_invoker = true) as
    select
        appointment.practice_id, appointment.id as appointment_id, appointment.patient_id,
        patient.first_name, patient.last_name, appointment.scheduled_at,
        appointment.duration_minutes, appointment.therapist_name, appointment.service_name,
        appointment.status
    from projection.appointments appointment
    left join projection.patients patient
        on patient.practice_id = appointment.practice_id and patient.id = appointment.patient_id
    where appointment.scheduled_at is not null;

grant select on read.days to praxis_reader;
