# Holds a list of processes; when standard input closes without a "done", ends them all.
trap '' INT TERM HUP
held=

while read -r word pid farewell; do
    case $word in
    hold) held="$held $pid:$farewell" ;;
    release)
        rest=
        for each in $held; do
            [ "${each%%:*}" = "$pid" ] || rest="$rest $each"
        done
        held=$rest
        ;;
    done) exit ;;
    esac
done

for each in $held; do
    kill "-${each#*:}" "${each%%:*}" 2>/dev/null
done
for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
    alive=
    for each in $held; do
        kill -0 "${each%%:*}" 2>/dev/null && alive=yes
    done
    [ "$alive" ] || exit
    sleep 1
done
for each in $held; do
    kill -KILL "${each%%:*}" 2>/dev/null
done
