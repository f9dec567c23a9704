-- How far each partition's announcements have been acknowledged by the broker. Rows of the outbox
-- never change: what stands behind this place is published.
create table ledger.outbox_progress (
    partition_no integer primary key,
    record_offset bigint not null,
    ordinal integer not null,
    published_at timestamptz not null
);
alter table ledger.outbox_progress enable row level security;
grant select, insert, update on ledger.outbox_progress to praxis_processor;

drop index ledger.outbox_waiting;
alter table ledger.outbox drop column published_at;
-- When the row was committed, to a transaction's length: what waits is as old as this says.
alter table ledger.outbox add column written_at timestamptz not null default now();
revoke update on ledger.outbox from praxis_processor;

-- Takes away the oldest rows of a partition that are published and older than said. The only way:
-- the processor has no right to delete, and so cannot lose what is still to be published.
create function ledger.trim_outbox(of_partition integer, older_than interval, at_most integer)
    returns bigint
    language sql volatile security definer set search_path = ''
begin atomic
    with oldest as (
        select record_offset, ordinal, written_at
        from ledger.outbox
        where partition_no = of_partition
        order by record_offset, ordinal
        limit at_most),
    gone as (
        delete from ledger.outbox published
        using oldest, ledger.outbox_progress reached
        where published.partition_no = of_partition
            and published.record_offset = oldest.record_offset
            and published.ordinal = oldest.ordinal
            and oldest.written_at < now() - older_than
            and reached.partition_no = of_partition
            and (published.record_offset, published.ordinal)
                <= (reached.record_offset, reached.ordinal)
        returning 1)
    select count(*) from gone;
end;
revoke execute on function ledger.trim_outbox from public;
grant execute on function ledger.trim_outbox to praxis_processor;
