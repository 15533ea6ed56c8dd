"""replies - comments of ours that a person resolved or answered in Word."""
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile

from tell import end, tell

BUILD = sys.argv[1]
ROOM = os.path.join(BUILD, "replies")
SAMPLE = "samples/slutredovisning-tom-ruta.docx"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
OFFICE = "http://schemas.microsoft.com/office/2011/relationships"


def hold(sentence, good):
    tell(sentence, [] if good else ["it is not so"])


def skollint(*words):
    return subprocess.run(
        [f"{BUILD}/skollint", "check", "--no-settings", "--today",
         "2025-07-01", *words], capture_output=True, check=False).stdout


def copy_of(path, name):
    copy = os.path.join(ROOM, name)
    skollint("--format", "docx", "-o", copy, path)
    return copy


def report(path):
    return json.loads(skollint("--format", "json", path))


def result(found, criterion):
    return next(r for r in found["results"] if r["criterion"] == criterion)


def in_word(path, name, code, done, reply):
    """As Word saves the file when the comment with a code is dealt with."""
    with zipfile.ZipFile(path) as file:
        parts = {entry: file.read(entry).decode()
                 for entry in file.namelist()}
    comments = parts["word/comments.xml"]
    whole = next(c for c in re.findall(r"<w:comment .*?</w:comment>",
                                       comments) if code in c)
    last = whole.rindex("<w:p>")
    marked = (whole[:last] + f'<w:p xmlns:w14="{W14}" w14:paraId="00000001">'
              + whole[last + 5:])
    extended = (f'<w15:commentsEx xmlns:w15="{W15}"><w15:commentEx '
                f'w15:paraId="00000001" w15:done="{int(done)}"/>')
    if reply:
        marked += ('<w:comment w:id="900" w:author="Rektor"><w:p '
                   f'xmlns:w14="{W14}" w14:paraId="00000002"><w:r><w:t>'
                   f'{reply}</w:t></w:r></w:p></w:comment>')
        extended += ('<w15:commentEx w15:paraId="00000002" '
                     'w15:paraIdParent="00000001" w15:done="0"/>')
    parts["word/comments.xml"] = comments.replace(whole, marked)
    parts["word/commentsExtended.xml"] = extended + "</w15:commentsEx>"
    relations = "word/_rels/document.xml.rels"
    parts[relations] = parts[relations].replace(
        "</Relationships>",
        f'<Relationship Id="rIdEx" Type="{OFFICE}/commentsExtended" '
        'Target="commentsExtended.xml"/></Relationships>')
    changed = os.path.join(ROOM, name)
    with zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as file:
        for entry, text in parts.items():
            file.writestr(entry, text)
    return changed


shutil.rmtree(ROOM, ignore_errors=True)
os.makedirs(ROOM)
copy = copy_of(SAMPLE, "copy.docx")
found = report(copy)
hold("our comments are one thing left in, and a must",
     result(found, "FO-05")["verdict"] == "not_met" and
     result(found, "FO-05")["severity"] == "must" and
     len(result(found, "FO-05")["evidence"]) == 1)

ANSWER = "Målen är nådda, det står i bilaga 2."
answered = in_word(copy, "answered.docx", "ST-07", False, ANSWER)
found = report(answered)
hold("an answered comment settles its point, with the answer as the reason",
     ANSWER in result(found, "ST-07")["reason"] and
     not any(result(found, "ST-07")["id"] in point["results"]
             for point in found["points"] if point["open"]))
hold("the page of text shows the answer",
     ANSWER.encode() in b" ".join(skollint(answered).split()))
again = copy_of(answered, "again.docx")
with zipfile.ZipFile(again) as file:
    comments = file.read("word/comments.xml").decode()
hold("commented again, the answered comment and its answer stay",
     comments.count(ANSWER) == 1 and comments.count("ST-07") == 1)

found = report(in_word(copy, "resolved.docx", "ST-07", True, ""))
hold("a resolved comment settles its point",
     "löst" in result(found, "ST-07")["reason"])
hold("a comment nobody answered settles nothing",
     "ST-07" in str(report(copy)["results"]) and
     result(report(copy), "ST-07")["reason"] == "")
hold("what must not be left in stays, whatever is answered",
     result(found, "FO-05")["verdict"] == "not_met" and
     any(result(found, "FO-05")["id"] in point["results"]
         for point in found["points"] if point["open"]))
end()
