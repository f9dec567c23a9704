-- The database roles, made once per database by a superuser; safe to run again. Passwords are set
-- by whoever installs (alter role ... password ...), never here.
do $$
declare
    login text;
begin
    if not exists (select from pg_roles where rolname = 'praxis_owner') then
        create role praxis_owner nologin;
    end if;
    foreach login in array array['praxis_migrator', 'praxis_processor', 'praxis_reader', 'praxis_limiter']
    loop
        if not exists (select from pg_roles where rolname = login) then
            execute format('create role %I login nosuperuser nocreatedb nocreaterole nobypassrls', login);
        end if;
    end loop;
    execute format('grant create, connect on database %I to praxis_owner', current_database());
    execute format('revoke temporary on database %I from public', current_database());
end
$$;

-- COPY, which the event log is written by, refuses tables with row security. The processor sees and
-- writes every row anyway; what keeps it from changing the log are its grants and the triggers.
alter role praxis_processor bypassrls;

-- Owner of everything, and nobody can log in as it: only the migrator may put the role on.
grant praxis_owner to praxis_migrator;
revoke create on schema public from public;
