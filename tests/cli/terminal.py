"""terminal - what is seen on a terminal: width, colour, progress."""
import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
import time
import unicodedata

from tell import end, tell

BUILD = sys.argv[1]
PROGRAM = os.path.join(BUILD, "skollint")
ROOM = os.path.join(BUILD, "terminal")
SAMPLE = "samples/slutredovisning-tom-ruta.txt"
ESCAPE = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
# What is narrower or wider than this is shown as if it were not; a table
# with four columns needs more.
LEAST, LEAST_TABLE, MOST = 60, 72, 80


def on_terminal(words, columns=80, stderr=False, **environment):
    """What one stream shows on a terminal; the other is not one."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ,
                struct.pack("HHHH", 24, columns, 0, 0))
    other = {"stdout": subprocess.DEVNULL} if stderr else \
        {"stderr": subprocess.DEVNULL}
    process = subprocess.Popen(
        [PROGRAM, *words], stdin=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], "TERM": "xterm", **environment},
        **{"stderr" if stderr else "stdout": theirs, **other})
    os.close(theirs)
    shown = b""
    while True:
        try:
            more = os.read(ours, 65536)
        except OSError:  # how a terminal ends
            break
        if not more:
            break
        shown += more
    os.close(ours)
    process.wait()
    return shown.decode().replace("\r\n", "\n")


def cells(line):
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1
               for one in line if not unicodedata.combining(one))


def ends_in_path(line):
    """A path is never cut, so that it can be copied."""
    return os.path.exists(line.split("  ")[-1])


def widths():
    commands = {
        "check": ["check", SAMPLE],
        "check of several": ["check", "samples"],
        "compare": ["compare", "--decision",
                    "samples/beslut-kvalitetsgranskning.txt",
                    "samples/redovisning-svag.txt"],
        "audit": ["audit", "samples"],
        "outline": ["outline", SAMPLE],
        "explain": ["explain", "AN-01"],
    }
    for name, words in commands.items():
        wrong = []
        for columns in (20, 60, 72, 80, 5000):
            least = LEAST_TABLE if name == "compare" else LEAST
            most = min(max(columns, least), MOST)
            for line in ESCAPE.sub("", on_terminal(words, columns)).split("\n"):
                if cells(line) > most and not ends_in_path(line):
                    wrong.append(f"{columns}: {cells(line)} cells: {line}")
        tell(f"{name} fits a terminal of any width", wrong[:10])


def colours():
    plain = on_terminal(["check", SAMPLE], NO_COLOR="1")
    coloured = on_terminal(["check", SAMPLE])
    piped = subprocess.run([PROGRAM, "check", SAMPLE], capture_output=True,
                           check=False).stdout.decode()
    tell("a terminal is given colour, with the same words",
         [] if ESCAPE.search(coloured) and
         ESCAPE.sub("", coloured) == plain else ["not so"])
    tell("NO_COLOR, a dumb terminal and a pipe are given none",
         [what for what, text in
          (("NO_COLOR", plain), ("a pipe", piped),
           ("dumb", on_terminal(["check", SAMPLE], TERM="dumb")))
          if ESCAPE.search(text)])


def long_run():
    """Make a list of files that takes some seconds: how many, what is said."""
    with open(SAMPLE, "rb") as file:
        text = file.read()
    os.makedirs(ROOM)
    names, wanted, seconds = [], 500, 0
    while seconds < 1.8:
        wanted *= 2
        for i in range(len(names), wanted):
            names.append(os.path.join(ROOM, f"{i}.txt"))
            with open(names[-1], "wb") as file:
                file.write(text + b"\n%d\n" % i)
        with open(os.path.join(ROOM, "list"), "w", encoding="utf-8") as file:
            file.write("\n".join(names) + "\n")
        began = time.monotonic()
        piped = subprocess.run([PROGRAM, *RUN], stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE, check=False).stderr
        seconds = time.monotonic() - began
    return wanted, piped


RUN = ["check", "--jobs", "1", "--format", "ndjson", "--files-from",
       os.path.join(ROOM, "list")]


def progress():
    shutil.rmtree(ROOM, ignore_errors=True)
    count, piped = long_run()
    shown = on_terminal(RUN, stderr=True)
    lines = [part for part in re.split("\r\x1b\\[K", shown)]
    told = [re.fullmatch(r"(\d+) av (\d+) · (\d+) i sekunden · (\d+) s kvar",
                         line) for line in lines if line]
    wrong = [line for line, one in
             zip([line for line in lines if line], told) if one is None]
    done = [int(one[1]) for one in told if one]
    if len(done) < 2 or done != sorted(done):
        wrong.append(f"{done}")
    wrong += [one[0] for one in told if one and int(one[2]) != count]
    tell("a long run says how far it has come, how fast and what is left",
         wrong)
    tell("the progress line is gone when the run is over",
         [] if lines[-1] == "" else [repr(lines[-1])])
    quiet = on_terminal([*RUN, "--quiet"], stderr=True)
    tell("--quiet, a short run and a pipe see no progress",
         [repr(text) for text in
          (quiet, piped.decode(), on_terminal(["check", SAMPLE], stderr=True))
          if text])
    shutil.rmtree(ROOM)


try:
    os.close(pty.openpty()[0])
except OSError:  # /dev/pts is not mounted
    print("skipped: there are no terminals here, so none was looked at")
    end()
widths()
colours()
progress()
end()
