-- The ledger: what happened, and how far we have read. Append-only where it says so.
create schema ledger;

-- One row: which topic this database was filled from.
create table ledger.installation (
    single boolean primary key default true check (single),
    topic_id text not null,
    partition_count integer not null check (partition_count > 0)
);

create table ledger.progress (
    partition_no integer primary key,
    next_offset bigint not null check (next_offset >= 0),
    leader_epoch integer,
    -- Of the record before next_offset: read again and compared on assignment.
    last_digest bytea,
    -- The right edge of the Merkle tree: the roots of its complete subtrees, largest first.
    tree_edge bytea not null default ''
);

-- One row for each record of booking.inbound.v1, in its order, for ever.
create table ledger.event_log (
    partition_no integer not null,
    record_offset bigint not null,
    id uuid not null,
    -- Null where the record names no usable practice; then no practice sees it.
    practice_id text collate "C",
    kind text not null,
    event_type text,
    -- The signed webhook-id, which is the event's identity under Standard Webhooks.
    webhook_id text,
    received_at timestamptz not null,
    scheme text not null,
    secret_fingerprint text not null,
    backfill boolean not null,
    booking_patient_id text collate "C",
    booking_appointment_id text collate "C",
    patient_id uuid,
    about_event_id uuid,
    processing_status text not null
        check (processing_status in ('success', 'duplicate', 'stale', 'needs_review', 'error')),
    error_message text,
    -- Of type json, not jsonb: the tree's leaf is computed over this very text.
    outcome json not null,
    -- SHA-256 over salt and raw bytes: proves the payload while it is there, and tells nothing of
    -- it once it is erased.
    commitment bytea not null,
    leaf bytea not null,
    primary key (partition_no, record_offset)
);
create unique index event_log_id on ledger.event_log (id);
create index event_log_practice on ledger.event_log (practice_id, record_offset desc);
create index event_log_about on ledger.event_log (about_event_id, record_offset desc)
    where about_event_id is not null;

-- The raw bytes, apart from the log so that an erasure can take them.
create table ledger.event_payloads (
    partition_no integer not null,
    record_offset bigint not null,
    salt bytea not null,
    body bytea not null,
    -- Why JSONB cannot hold the bytes; null where it can.
    not_jsonb text,
    primary key (partition_no, record_offset)
);
alter table ledger.event_payloads alter column body set storage external;

-- RFC 6962 tree heads, one per batch and partition; the tree's index is the offset.
create table ledger.log_roots (
    partition_no integer not null,
    tree_size bigint not null,
    root bytea not null,
    primary key (partition_no, tree_size)
);

-- What is to be published, in the order of the records that caused it.
create table ledger.outbox (
    partition_no integer not null,
    record_offset bigint not null,
    ordinal integer not null,
    message_id uuid not null,
    practice_id text collate "C",
    topic text not null,
    message_type text not null,
    body json not null,
    published_at timestamptz,
    primary key (partition_no, record_offset, ordinal)
);
create index outbox_waiting on ledger.outbox (partition_no, record_offset, ordinal)
    where published_at is null;

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% of % is refused: it is append-only', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

create trigger event_log_append_only before update or delete on ledger.event_log
    for each row execute function ledger.refuse_change();
create trigger event_log_no_truncate before truncate on ledger.event_log
    for each statement execute function ledger.refuse_change();
create trigger log_roots_append_only before update or delete on ledger.log_roots
    for each row execute function ledger.refuse_change();
create trigger log_roots_no_truncate before truncate on ledger.log_roots
    for each statement execute function ledger.refuse_change();
-- A payload may be taken away by an erasure, but never exchanged.
create trigger event_payloads_never_changed before update on ledger.event_payloads
    for each row execute function ledger.refuse_change();
create trigger event_payloads_no_truncate before truncate on ledger.event_payloads
    for each statement execute function ledger.refuse_change();

-- Always: a session that calls itself a replica does not slip past them.
alter table ledger.event_log enable always trigger event_log_append_only;
alter table ledger.event_log enable always trigger event_log_no_truncate;
alter table ledger.log_roots enable always trigger log_roots_append_only;
alter table ledger.log_roots enable always trigger log_roots_no_truncate;
alter table ledger.event_payloads enable always trigger event_payloads_never_changed;
alter table ledger.event_payloads enable always trigger event_payloads_no_truncate;
