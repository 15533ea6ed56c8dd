"""options - help, manual and completions beside the table of options."""
import os
import re
import subprocess
import sys

from tell import end, tell

os.chdir(os.path.join(os.path.dirname(__file__), "..", ".."))
program = os.path.join(sys.argv[1], "skollint")
source = open("src/cli/options.c", encoding="utf-8").read()
options = set(re.findall(r'\{"([a-z-]+)",\s*(?:required|no)_argument', source))
commands = set(re.findall(r'\{"([a-z]+)",\s*COMMAND_', source))


def read(name):
    with open(f"src/cli/share/{name}", encoding="utf-8") as file:
        return file.read()


def run(*words):
    return subprocess.run([program, *words], capture_output=True,
                          text=True).stdout


def compare(name, found_options, found_commands):
    tell(f"{name} has every option, and no other",
         [f"not there: --{word}" for word in sorted(options - found_options)] +
         [f"unknown: --{word}" for word in sorted(found_options - options)])
    tell(f"{name} has every command",
         [f"not there: {word}" for word in sorted(commands - found_commands)])


def words(text):
    return set(re.findall(r"\b[a-z]+\b", text))


tell("the table of options was read", [] if len(options) > 20 and
     len(commands) == 8 else [f"{options} {commands}"])
for language in ("sv", "en"):
    text = run("--lang", language, "--help", "all")
    compare(f"--help all, {language}",
            set(re.findall(r"(?<![\w-])--([a-z][a-z-]+)", text)), words(text))
    first = run("--lang", language, "--help").splitlines()
    tell(f"--help fits a screen, {language}",
         [line for line in first if len(line) > 80] +
         ([f"{len(first)} lines"] if len(first) > 24 else []))
text = read("skollint.1")
compare("the manual", set(re.findall(r"^\.It Fl (?:\w+ , )?-?(?:output|-([a-z-]+))",
                                     text, re.M)) - {""} | {"output"},
        set(re.findall(r"^\.It Cm (\w+)", text, re.M)))
text = read("skollint.bash")
listed = re.search(r"local options='([^']*)'", text)[1]
compare("completion for bash", set(re.findall(r"--([a-z-]+)", listed)),
        words(re.search(r"local commands='([^']*)'", text)[1]))
text = read("_skollint")
compare("completion for zsh",
        set(re.findall(r"'(?:\*|\(-o )?--([a-z-]+)[\[)]", text)),
        words(re.search(r"command:\(([^)]*)\)", text)[1]))
text = read("skollint.fish")
compare("completion for fish", set(re.findall(r" -l ([a-z-]+)", text)),
        words(re.search(r"use_subcommand -f -a '([^']*)'", text)[1]))

limits = dict(re.findall(r"^([A-Z_]+) +(\d+)(?: MiB)?  ",
                         run("--help", "limits"), re.M))
wanted = {}
for name, path, constant in (
        ("FOLDER_DEPTH", "src/cli/files.c", r"DEPTH_MOST = (\d+)"),
        ("FILES", "src/cli/files.c", r"FILES_MOST = (\d+)"),
        ("FILE", "src/cli/files.c", r"BYTES_MOST = (\d+) << 20"),
        ("PDF_IMAGES", "src/cli/pdf_scan.c", r"PAGES_MOST = (\d+)"),
        ("PDF_SECONDS", "src/cli/pdf_scan.c", r"PAGE_SECONDS = (\d+)")):
    found = re.search(constant, open(path, encoding="utf-8").read())
    wanted[name] = found and found[1]
tell("--help limits says what the program itself refuses",
     [f"{name} is {wanted[name]}, the table says {limits.get(name)}"
      for name in wanted if limits.get(name) != wanted[name]])

script = ("source src/cli/share/skollint.bash; COMP_WORDS=({0}); "
          "COMP_CWORD={1}; _skollint; echo \"${{COMPREPLY[*]}}\"")


def complete(line, index):
    return subprocess.run(["bash", "-c", script.format(line, index)],
                          capture_output=True, text=True).stdout.strip()


tell("bash completes commands, options and values", [
    f"{line!r} gave {complete(line, index)!r}"
    for line, index, wanted in (
        ("skollint out", 1, "outline"),
        ("skollint check --form", 2, "--format"),
        ("skollint check --format mark", 3, "markdown"),
        ("skollint rules di", 2, "diff"),
        ("skollint check --fail-on nev", 3, "never"))
    if complete(line, index) != wanted])
end()
