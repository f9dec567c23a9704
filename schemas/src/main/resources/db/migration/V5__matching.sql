-- What the matcher knows of a practice as a whole, and by which normaliser its keys were made.
alter table projection.practices
    -- Another one than the processor's: its keys and counts are made anew before anything is decided.
    add column keys_version text not null default '',
    -- Whether full name, birth date and phone suffice where our patient has no e-mail address.
    add column link_without_email boolean not null default false;

-- How many active patients have this: a name, a name that sounds like it, or '*' for everybody.
create table projection.name_counts (
    practice_id text collate "C" not null,
    counted text collate "C" not null,
    patients integer not null,
    primary key (counted, practice_id)
) with (fillfactor = 70);

alter table projection.name_counts enable row level security;
grant select, insert, update, delete on projection.name_counts to praxis_processor;

select pg_restore_attribute_stats(
    'schemaname', 'projection', 'relname', 'name_counts', 'attname', 'practice_id',
    'inherited', false, 'null_frac', 0::real, 'avg_width', 8, 'n_distinct', 1::real);
