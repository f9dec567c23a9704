#!/usr/bin/env bash
# Makes the database and runs the mounted scripts at the first start; then becomes the server.
set -euo pipefail

# As root only to own the data directory.
if [ "$(id -u)" = 0 ]; then
    mkdir -p "$PGDATA"
    chown -R postgres:postgres "$PGDATA"
    chmod 700 "$PGDATA"
    exec gosu postgres "$0" "$@"
fi

user=${POSTGRES_USER:-postgres}
database=${POSTGRES_DB:-$user}

make_cluster() {
    local arguments
    read -ra arguments <<<"${POSTGRES_INITDB_ARGS:-}"
    initdb --username="$user" --pwfile=<(echo "${POSTGRES_PASSWORD:?is not set}") \
        "${arguments[@]}"
    echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
    cat >>"$PGDATA/postgresql.conf" <<END
listen_addresses = '*'
unix_socket_directories = '/var/run/postgresql'
END
}

run_scripts() {
    local psql=(psql -v ON_ERROR_STOP=1 --no-psqlrc --username "$user")
    if [ "$database" != postgres ]; then
        "${psql[@]}" --dbname postgres --set database="$database" \
            <<<'create database :"database";'
    fi
    local script
    for script in /docker-entrypoint-initdb.d/*.sql; do
        [ -f "$script" ] || continue
        echo "running $script"
        "${psql[@]}" --dbname "$database" --file "$script"
    done
}

if [ ! -s "$PGDATA/PG_VERSION" ]; then
    make_cluster
    # On its socket only: nobody shall take the half-made database for a ready one.
    pg_ctl --wait --options "-c listen_addresses=''" start
    run_scripts
    pg_ctl --wait --mode fast stop
fi
exec "$@"
