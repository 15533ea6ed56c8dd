"""libreoffice - a Word file saved again is understood and judged as before."""
import glob
import json
import os
import shutil
import subprocess
import sys

BUILD = sys.argv[1]
ROOM = os.path.join(BUILD, "peers", "libreoffice")


def report(path):
    out = subprocess.run(
        [f"{BUILD}/skollint", "check", "--no-settings", "--format", "json",
         "--today", "2024-01-15", path], capture_output=True, check=False)
    return json.loads(out.stdout)


def understood(found):
    return {document["id"]: [document[key] for key in (
        "kind", "template", "level", "huvudman", "unit", "school_forms",
        "date", "reference_numbers", "answer")]
            for document in found["documents"]}


def verdicts(found):
    return {(r["document"], r["criterion"]): r["verdict"]
            for r in found["results"]}


def differences(before, after):
    return [f"{key}: {before.get(key)}, now {after.get(key)}"
            for key in sorted(before.keys() | after.keys())
            if before.get(key) != after.get(key)]


shutil.rmtree(ROOM, ignore_errors=True)
os.makedirs(ROOM)
samples = sorted(glob.glob("samples/*.docx"))
subprocess.run(
    ["soffice", f"-env:UserInstallation=file://{os.path.abspath(ROOM)}/home",
     "--headless", "--convert-to", "docx:Office Open XML Text",
     "--outdir", ROOM, *samples],
    check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

failed = 0
for path in samples:
    before = report(path)
    after = report(os.path.join(ROOM, os.path.basename(path)))
    wrong = (differences(understood(before), understood(after)) +
             differences(verdicts(before), verdicts(after)))
    failed += bool(wrong)
    print(f"{'failed' if wrong else 'ok'}: {path} as LibreOffice saves it")
    for line in wrong:
        print("   ", line)
sys.exit(failed > 0)
