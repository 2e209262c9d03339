# Outlives its parent by a moment: when standard input closes, the parent has ended, however
# abruptly, and everything it still had under guard is ended here. Children go first and the
# databases after them, so that the children can finish what they are writing.

children=''
databases=''

without() {
  left=''
  for each in $1; do
    [ "$each" = "$2" ] || left="$left $each"
  done
  echo "$left"
}

is_alive() {
  kill -0 "$1" 2>/dev/null
}

wait_for_end() {
  tries=$1
  shift
  while [ "$tries" -gt 0 ]; do
    alive=''
    for each in "$@"; do
      if is_alive "$each"; then alive=yes; fi
    done
    [ -z "$alive" ] && return
    tries=$((tries - 1))
    sleep 0.2
  done
}

while read -r word pid; do
  case $word in
    child) children="$children $pid" ;;
    database) databases="$databases $pid" ;;
    released)
      children=$(without "$children" "$pid")
      databases=$(without "$databases" "$pid")
      ;;
  esac
done

# Children lead process groups of their own; the minus sign reaches what they started, too.
for each in $children; do kill -TERM "-$each" 2>/dev/null; done
wait_for_end 50 $children
for each in $children; do kill -KILL "-$each" 2>/dev/null; done

for each in $databases; do kill -INT "$each" 2>/dev/null; done
wait_for_end 100 $databases
for each in $databases; do is_alive "$each" && kill -QUIT "$each" 2>/dev/null; done
exit 0
