-- Runs once, in psql, after roles.sql: the passwords that the environment brings.
\getenv migrator PRAXIS_DB_MIGRATOR_PASSWORD
\getenv processor PRAXIS_DB_PROCESSOR_PASSWORD
\getenv reader PRAXIS_DB_READER_PASSWORD

alter role praxis_migrator password :'migrator';
alter role praxis_processor password :'processor';
alter role praxis_reader password :'reader';
