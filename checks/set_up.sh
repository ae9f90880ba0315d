#!/bin/sh
# `sh checks/set_up.sh site|dev`: prepare .venv, or say in a sentence or two why that does not work here and what to do.
# "site" is what shows the site, "dev" all of it. Where everything is there it takes a moment and says nothing.
# It is written for the shell because there may be no Python yet, and for the oldest one: macOS and BSD have no GNU tools.
set -u
kind=$1
here=.venv/bin/python
log=.venv/pip.log

stop() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Whether a lock's packages are installed: what make asks too, but it asks nothing about a .venv that runs no more.
fresh() { [ -e ".venv/$1" ] && [ -z "$(find "$2" -newer ".venv/$1")" ]; }

# A Python that is gone, was replaced by the next release, or came from another machine finds no packages.
runs() { "$here" -c 'import sys; assert sys.version_info >= (3, 11); import pip' >/dev/null 2>&1 && has "$1"; }
has() { "$here" -c 'import sys, importlib.util as find; sys.exit(not find.find_spec(sys.argv[1]))' "$1" >/dev/null 2>&1; }

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
  if [ -n "${PYTHON:-}" ]; then
    new_enough "$PYTHON" && python=$PYTHON && return
    version=$("$PYTHON" -c 'import sys; print(".".join(map(str, sys.version_info[:2])))' 2>/dev/null) ||
      stop "There is no Python called '$PYTHON' here. Correct the name, or leave it out: make"
    stop "'$PYTHON' is Python $version, and this project needs 3.11 or newer. Install a newer one, or leave the name out: make"
  fi
  for python in python3 python3.14 python3.13 python3.12 python3.11 python; do
    new_enough "$python" && return
  done
  stop "There is no Python 3.11 or newer here. Install one (Debian, Ubuntu, WSL: sudo apt install python3-venv; others: https://www.python.org/downloads/) and run make again."
}

writable() {
  if [ -e .venv ] && [ ! -d .venv ]; then stop "There is a file called .venv here, where the installed packages go. Move it away and run make again."; fi
  mkdir -p .venv 2>/dev/null && touch .venv/.try 2>/dev/null && rm -f .venv/.try && return
  stop "Nothing can be written to $(pwd)/.venv. Copy the project to a folder of your own and run make there; if make once ran with sudo, remove that .venv first."
}

make_environment() {
  find_python
  "$python" -c 'import ensurepip, venv' 2>/dev/null ||
    stop "This Python cannot make an environment. On Debian, Ubuntu and WSL, write: sudo apt install $(basename "$python")-venv. Then run make again."
  said=$("$python" -m venv --clear .venv 2>&1) || stop "Python could not make .venv: $(printf '%s' "$said" | tail -n 1)"
}

install() { # a lock
  # The locks name all that is needed, so pip looks for nothing more (--no-deps): an older pip would take a newer release of what
  # another package asks for with an extra, and then refuse it for want of a hash.
  PIP_USER=0 "$here" -m pip install --quiet --disable-pip-version-check --no-input --require-hashes --no-deps -r "$1" >"$log" 2>&1 && return
  case $(cat "$log") in
    *"No space left"*) stop "The disk is full. Make room for about 500 MB and run make again." ;;
    *CERTIFICATE_VERIFY_FAILED*)
      stop "The package index shows a certificate that Python does not trust; networks of hospitals and firms often put in their own. Ask for its file, and name it: PIP_CERT=/path/to/it.pem make" ;;
    *"ewConnectionError"* | *"name resolution"* | *"onnect timeout"* | *"timed out"* | *ProxyError* | *"Connection"* | *"ConnectTimeout"*)
      stop "The packages could not be fetched. Is this machine online? Behind a proxy, write: HTTPS_PROXY=http://… make. What was said stands in $log." ;;
  esac
  tail -n 3 "$log" >&2
  stop "pip could not install what $1 names. The end of what it said stands above, all of it in $log."
}

prepare() { # a kind, its lock, a package of it, how long that takes
  if fresh "$1" "$2" && runs "$3"; then return; fi
  echo "Preparing: what is needed goes into the folder .venv. This happens once and takes $4."
  writable
  runs pip || make_environment
  install "$2"
  touch ".venv/$1"
}

# Each step of what follows is nothing where it is done already.
fresh site requirements.lock || rm -f .venv/dev 2>/dev/null
prepare site requirements.lock mkdocs "about a minute"
if [ "$kind" = dev ]; then prepare dev requirements-dev.lock pytest "one to three minutes more"; fi
