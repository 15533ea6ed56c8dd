"""completions - the shells themselves complete what is begun."""
import os
import pty
import re
import select
import subprocess
import time

from tell import end, tell

SHARE = os.path.abspath("src/cli/share")
# What is typed, and what it becomes when only one word is possible.
BEGUN = [("skollint che", "check"), ("skollint prec", "precedents"),
         ("skollint check --show", "--show-personal-data"),
         ("skollint check --lang s", "sv"),
         ("skollint check --format sar", "sarif"),
         ("skollint check --ocr al", "always")]


def bash(line):
    words = line.split()
    script = (f". {SHARE}/skollint.bash; COMP_WORDS=({line}); "
              f"COMP_CWORD={len(words) - 1}; _skollint; "
              "printf '%s\\n' \"${COMPREPLY[@]}\"")
    return subprocess.run(["bash", "--norc", "-c", script],
                          capture_output=True, text=True).stdout.split()


def fish(line):
    script = f"source {SHARE}/skollint.fish; complete -C '{line}'"
    shown = subprocess.run(["fish", "--no-config", "-c", script],
                           capture_output=True, text=True).stdout
    return [one.split("\t")[0] for one in shown.splitlines()]


class Zsh:
    """A zsh at a terminal; it completes nothing elsewhere."""

    def __init__(self):
        process, self.terminal = pty.fork()
        if process == 0:
            os.environ.update(TERM="dumb", PS1="> ")
            os.execvp("zsh", ["zsh", "-f", "-i"])
        self.type(f"fpath=({SHARE} $fpath); autoload -U compinit; "
                  "compinit -u -D; skollint() { print -r -- GOT ${@[-1]} }; "
                  "print REA''DY\n", "READY")

    def type(self, keys, answer):
        """Type keys and wait for an answer: what was shown until then."""
        os.write(self.terminal, keys.encode())
        shown, until = "", time.monotonic() + 20
        while not re.search(answer, shown) and time.monotonic() < until:
            if select.select([self.terminal], [], [], 0.2)[0]:
                shown += os.read(self.terminal, 65536).decode("utf-8",
                                                              "replace")
        return shown

    def complete(self, line):
        shown = self.type(line + "\t\n", r"GOT \S+\r")
        return re.findall(r"GOT (\S+?),?\r", shown)


zsh = Zsh()
for name, complete in (("bash", bash), ("zsh", zsh.complete), ("fish", fish)):
    got = [(line, word, complete(line)) for line, word in BEGUN]
    tell(f"{name} completes commands, options and their values",
         [f"{line} became {found}, not {word}"
          for line, word, found in got if found != [word]])
end()
