#!/usr/bin/env bash
# How fast a reader who has the page is told so (304), compared with nginx and the same bytes as a file. Needs nginx, wrk and curl, and says so where one lacks.
# One processor for the server, another for wrk; runs in turn, and the ratio of each pair. Usage: not-modified.sh SITE-DLL [ROUNDS] [CONNECTIONS…]
set -euo pipefail
cd "$(dirname "$0")/.."

dll=$1 rounds=${2:-5}
shift $(( $# < 2 ? $# : 2 ))
connections=("${@:-64}")
for tool in nginx wrk curl; do command -v "$tool" >/dev/null || { echo "There is no $tool: 304 answers are not compared with nginx."; exit 0; }; done

work=$(mktemp -d)
chmod 755 "$work"
trap 'kill $site $server 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT
port=$(( 20000 + RANDOM % 20000 ))
taskset -c 0 dotnet "$dll" --urls "http://127.0.0.1:$port" >"$work/site.txt" 2>&1 & site=$!
answers() { for _ in $(seq 100); do curl -sf "$1" >/dev/null && return; sleep 0.1; done; echo "$1 does not answer." >&2; exit 1; }
answers "http://127.0.0.1:$port/healthz/ready"
page=$(curl -sf "http://127.0.0.1:$port/api/v1/issues" | grep -o '"page":"[^"]*"' | head -1 | cut -d '"' -f 4)

mkdir -p "$work/files$page"
curl -sf --compressed "http://127.0.0.1:$port$page" >"$work/files$page/index.html"
cat >"$work/nginx.conf" <<CONF
worker_processes 1; daemon off; pid $work/pid; error_log $work/error.txt;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; keepalive_requests 1000000000; types { text/html html; }
  server { listen 127.0.0.1:$(( port + 1 )); root $work/files; location / { try_files \$uri/index.html =404; } }
}
CONF
taskset -c 0 nginx -c "$work/nginx.conf" -p "$work" 2>/dev/null & server=$!
answers "http://127.0.0.1:$(( port + 1 ))$page"

tag() { curl -sfI "http://127.0.0.1:$1$page" | tr -d '\r' | sed -n 's/^ETag: //Ip'; }
rate() {
  # wrk takes 200 and 304 for one.
  [ "$(curl -s -o /dev/null -w '%{http_code}' -H "If-None-Match: $(tag "$1")" "http://127.0.0.1:$1$page")" = 304 ] || { echo "No 304 from port $1." >&2; exit 1; }
  taskset -c 1 wrk -t1 -c"$2" -d3s -H "If-None-Match: $(tag "$1")" "http://127.0.0.1:$1$page" >"$work/wrk.txt"
  ! grep -q 'Non-2xx' "$work/wrk.txt" || { echo "Port $1 failed under load." >&2; exit 1; }
  sed -n 's/^Requests\/sec: *//p' "$work/wrk.txt"
}
for count in "${connections[@]}"; do
  rate "$port" "$count" >/dev/null
  for _ in $(seq "$rounds"); do echo "$(rate "$port" "$count") $(rate $(( port + 1 )) "$count")"; done \
    | awk -v c="$count" '{ r[NR] = $1 / $2; s += $1; n += $2 } END { for (i = 1; i <= NR; i++) for (j = i + 1; j <= NR; j++) if (r[j] < r[i]) { t = r[i]; r[i] = r[j]; r[j] = t }
        printf "304, %d connections: %.2f × nginx (%.2f–%.2f), %.0f and %.0f a second\n", c, r[int((NR + 1) / 2)], r[1], r[NR], s / NR, n / NR }'
done
