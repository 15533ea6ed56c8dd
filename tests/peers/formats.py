"""formats - every format read by a program that we did not write."""
import glob
import json
import os
import re
import subprocess
import sys

import junitparser

from tell import end, tell

PROGRAM, ROOM, NPM = sys.argv[1:4]
TODAY = ["--no-settings", "--today", "2025-07-01"]
SAMPLES = sorted(glob.glob("samples/*.txt") + glob.glob("samples/*.docx"))
# Nothing of this may come through as more than words.
EVIL = ("<script>alert(1)</script> ]]> -- &lt; =cmd|' /C calc'!A0 "
        "[y](javascript:z) ![x](http://x.test/) \x1b[31m \u202ebak`` | a | b")
FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "=cmd|' /C calc'!A0"]


def run(*words, **more):
    return subprocess.run(words, capture_output=True, text=True, check=False,
                          **more)


def check(form, name, *files):
    """The report on the files in a format, written to a file."""
    path = os.path.join(ROOM, name)
    out = run(PROGRAM, "check", *TODAY, "--format", form, "-o", path, *files)
    if out.returncode > 1:
        sys.exit(f"{name}: {out.stderr}")
    return path


def hostile():
    """A report where every answer holds what may not be carried out."""
    path = os.path.join(ROOM, "ond.txt")
    with open("samples/slutredovisning-tom-ruta.txt",
              encoding="utf-8") as sample:
        lines = sample.read().split("\n")
    # Within a sentence that is quoted, and around all that is no answer.
    lines = [line.replace(" ligger kvar", " <script>alert(1)</script> ]]> "
                          "-- &lt; ligger kvar") for line in lines]
    formulas = iter(FORMULAS * 99)
    with open(path, "w", encoding="utf-8") as out:
        for line in lines:
            own = line and not line.startswith("\t")
            out.write(f"{next(formulas)} {line} {EVIL}\n" if own
                      else line + "\n")
    return path


def sarif():
    tool = os.path.join(NPM, "node_modules/@microsoft/sarif-multitool-linux/"
                             "Sarif.Multitool")
    os.chmod(tool, 0o755)
    files = [check("sarif", f"{os.path.basename(path)}.sarif", path)
             for path in SAMPLES]
    files += [check("sarif", "all.sarif", "samples"),
              check("sarif", "evil.sarif", hostile())]
    log = os.path.join(ROOM, "validated.sarif")
    out = run(tool, "validate", *files, "-o", log, "--log", "ForceOverwrite",
              "--level", "Error;Warning;Note", "--kind",
              "Fail", "--rule-kind", "Sarif",
              env=os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"})
    try:
        with open(log, encoding="utf-8-sig") as text:
            results = [result for each in json.load(text)["runs"]
                       for result in each.get("results", [])]
    except (OSError, ValueError):
        results = None
    problems = [out.stdout[-800:] + out.stderr[-800:]]
    if results is not None:
        problems = [f"{one['ruleId']}: {one['message']}" for one in results
                    if one.get("level", "warning") == "error"]
        notes = {one["ruleId"] for one in results} - {
            one["ruleId"] for one in results if one.get("level") == "error"}
        print(f"(SARIF, no errors but remarked on: {sorted(notes)})")
    tell(f"SARIF multitool finds no error in {len(files)} files", problems)


def junit():
    problems = []
    for path in SAMPLES + [hostile()]:
        made = check("junit", "junit.xml", path)
        found = json.loads(run(PROGRAM, "check", *TODAY, "--format", "json",
                               path).stdout)
        suites = list(junitparser.JUnitXml.fromfile(made))
        want = {"failures": sum(
            result["verdict"] == "not_met" or
            (result["verdict"] == "partly" and result["severity"] == "must")
            for result in found["results"]),
            "tests": len(found["results"])}
        for count, number in want.items():
            got = sum(getattr(suite, count) for suite in suites)
            if got != number:
                problems.append(f"{path}: {got} {count}, not {number}")
        cases = [case for suite in suites for case in suite]
        told = sum(isinstance(one, junitparser.Failure)
                   for case in cases for one in case.result)
        if (len(cases), told) != (want["tests"], want["failures"]):
            problems.append(f"{path}: {len(cases)} cases, {told} failures")
    tell("JUnit is read by junitparser, with the counts of the JSON",
         problems)


def office(path, suffix):
    """The file as LibreOffice opens it and saves it again."""
    out = run("soffice", f"-env:UserInstallation=file://{ROOM}/profile",
              "--headless", "--convert-to", suffix, "--outdir", ROOM,
              # semicolons, quotes, UTF-8, first row; every column as found
              "--infilter=CSV:59,34,76,1", path, timeout=180)
    made = os.path.splitext(path)[0] + "." + suffix.split(":")[0]
    if not os.path.exists(made):
        sys.exit(f"LibreOffice: {out.stdout}{out.stderr}")
    with open(made, encoding="utf-8") as text:
        return text.read()


def csv():
    for name, source in (("all", "samples"), ("evil", hostile())):
        path = check("csv", f"{name}.csv", source)
        with open(path, "rb") as text:
            content = text.read().decode("utf-8-sig")
        sheet = office(path, "fods")
        formulas = re.findall(r'table:formula="([^"]*)', sheet)
        rows = len(re.findall(r"<table:table-row\b", sheet))
        problems = [f"carried out: {formula}" for formula in formulas]
        problems += re.findall(r"<table:dde-link.*?>", sheet)
        if rows < content.count('"\r\n'):
            problems.append(f"{rows} rows of {content.count(chr(13))}")
        if name == "evil" and "cmd|" not in sheet:
            problems.append("the evil words are not in the sheet at all")
        tell(f"CSV ({name}) opens in LibreOffice and nothing is carried out",
             problems)


def markdown():
    for name, source in (("all", "samples"), ("evil", hostile())):
        path = check("markdown", f"{name}.md", source)
        page = run("cmark", "--unsafe", path).stdout
        problems = re.findall(r"<(?:script|img|iframe|pre|code|table)\b.{40}",
                              page)
        problems += re.findall(r"<a href.{40}", page)
        if page.count("<h1>") == 0 or page.count("<h3>") == 0:
            problems.append("no headings")
        if name == "evil" and "alert(1)" not in page:
            problems.append("the evil words are not on the page at all")
        tell(f"Markdown ({name}) is words, headings and quotes to cmark",
             problems)


os.makedirs(ROOM, exist_ok=True)
sarif()
junit()
csv()
markdown()
end()
