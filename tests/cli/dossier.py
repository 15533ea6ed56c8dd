"""dossier - compare and audit say of samples what a reader says of them."""
import json
import os
import subprocess
import sys
import tempfile

program = sys.argv[1] + "/skollint"
failed = 0


def tell(sentence, problems):
    global failed
    failed += bool(problems)
    print(f"{'failed' if problems else 'ok'}: {sentence}")
    for problem in problems:
        print("   ", problem)


def run(*words):
    return json.loads(subprocess.run([program, *words, "--format", "json"],
                                     capture_output=True, text=True).stdout)


def readings():
    """Account, decision and, per point, what each reading says of it."""
    with open("tests/compare/expected.tsv", encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                account, decision, *read = line.rstrip("\n").split("\t")
                yield account, decision, list(zip(*(one.split()
                                                    for one in read)))


def compare():
    total, agreed, blamed, comforted, wrong = 0, 0, [], [], []
    for account, decision, expected in readings():
        said = run("compare", "--decision", decision, account)
        points = [(point["verdict"], point["text"])
                  for area in said["comparison"][0]["areas"]
                  for point in area["points"]]
        if len(points) != len(expected):
            wrong += [f"{account}: {len(points)} points"] * len(expected)
        total += len(expected)
        for want, (got, text) in zip(expected, points):
            place = f"{account}: {text[:60]}"
            agreed += len(set(want)) == 1
            if len(set(want)) == 1 and got != want[0]:
                wrong.append(f"{got}, read as {want[0]}: {place}")
            if got == "not_met" and "not_met" not in want:
                blamed.append(place)
            if got == "met" and "met" not in want and "partly" not in want:
                comforted.append(place)
    print(f"    the readings agree on {agreed} of {total} points; compare says"
          f" the same of {agreed - len(wrong)} of these")
    for problem in wrong:
        print("    differs:", problem)
    tell("compare says of nine of ten points what two readers agree on",
         wrong if len(wrong) * 10 > agreed else [])
    tell("no point that a reader finds an answer to is called unanswered",
         blamed)
    tell("no point that both readers find unanswered is called answered",
         comforted)


def results(*words):
    return {one["criterion"]: one for one in run("check", *words)["results"]}


def decision_weighs():
    """What a point asks for is must, and nothing else changes."""
    account = "samples/redovisning-svag.txt"
    bare = results(account)
    asked = results(account, "--decision",
                    "samples/beslut-kvalitetsgranskning.txt")
    raised = {name for name in bare
              if bare[name]["severity"] != asked[name]["severity"]}
    wrong = [f"{name}: {asked[name]['severity']}" for name in raised
             if asked[name]["severity"] != "must"]
    # The points ask for both high and low, for units and sexes, for what the
    # owner gives and how it is taught, for safety, measures and all pupils.
    want = {"AN-02", "AN-03", "AN-04", "AN-05", "AN-06", "KO-02"}
    if raised != want:
        wrong.append(f"raised: {sorted(raised)}")
    wrong += [name for name in bare
              if bare[name]["verdict"] != asked[name]["verdict"]]
    tell("what the decision's points ask for is must, and only that", wrong)


def enclosure():
    """The enclosure's words count, and are cited by its name."""
    account, name = "samples/redovisning-svag.txt", "bilaga-1.txt"
    bare = results(account)["AN-03"]
    with_it = results(account, "--with", f"tests/dossier/{name}")["AN-03"]
    places = [one["place"] for one in with_it["evidence"]]
    wrong = []
    if bare["verdict"] == "met" or with_it["verdict"] != "met":
        wrong.append(f"{bare['verdict']} without, {with_it['verdict']} with")
    if not any(one["path"] == [name] and one["part"] == name and
               one["line"] == 3 for one in places):
        wrong.append(f"cited at {places}")
    tell("an enclosure is read with its document and cited as itself", wrong)


def plan():
    """A changed figure, a changed wording, one as agreed, one left out."""
    said = run("check", "--plan", "tests/dossier/plan-alsunda.txt",
               "samples/slutredovisning-klar.txt")
    cross = said["dossiers"][0]["cross"]
    found = [(one["kind"], one["message"].split(":")[0]) for one in cross]
    want = [("cannot_tell", "Problem"), ("cannot_tell", "Orsaker"),
            ("cannot_tell", "Orsaker"), ("agrees", "Mål"),
            ("agrees", "Insats 2.1 i planen finns i redovisningen."),
            ("unanswered",
             "Insats 2.9 i planen hittades inte i redovisningen.")]
    wrong = [] if found == want else [str(one) for one in found]
    alone = results("samples/slutredovisning-klar.txt")
    if any(alone[one["criterion"]]["verdict"] != one["verdict"]
           for one in said["results"]):
        wrong.append("verdicts changed")
    tell("a plan is laid beside its account, word for word", wrong)


def supervision():
    """After supervision: told so, each brist beside, each with its day."""
    account = "tests/dossier/redovisning-tillsyn.txt"
    said = run("compare", "--decision", "samples/beslut-tillsyn.txt", account)
    areas = {area["name"]: area for area in said["comparison"][0]["areas"]}
    wrong = []
    judged = {name for name, one in results(account).items()
              if one["verdict"] != "not_applicable"}
    if not judged <= {"SE-01", "SE-02", "SE-03"}:
        wrong.append(f"judged all the same: {sorted(judged)}")
    if "other_criteria" not in [one["code"] for one in
                                said["comparison"][0]["warnings"]]:
        wrong.append("not told that it cannot be judged yet")
    for name, day in (("Särskilt stöd", "2025-04-30"),
                      ("Plan mot kränkande behandling", "2025-02-28"),
                      ("Studiero", None)):
        if areas[name]["deadline"] != day:
            wrong.append(f"{name}: {areas[name]['deadline']}")
    points = [point for area in areas.values() for point in area["points"]]
    if len(points) != 3 or any(
            point["verdict"] != "cannot_tell" or
            not point["asks"][0]["passages"] for point in points):
        wrong.append("its brister are not laid beside")
    tell("an account after supervision is recognised, its brister beside it",
         wrong)


def judged_before():
    """A plan for compensatory work beside one that was not enough."""
    seed = "../shared/seeds/004_9598bfa37e8790b7.txt"
    if not os.path.isfile(seed):
        print("    SKIPPED: ../shared is not there; the store with s004 not "
              "tried")
        return
    with tempfile.TemporaryDirectory() as room:
        store = f"{room}/beslut.db"
        subprocess.run([program, "precedents", "import", "--store", store,
                        seed], check=True, capture_output=True)
        said = run("compare", "--store", store, "--decision",
                   "samples/beslut-kvalitetsgranskning.txt",
                   "samples/redovisning-svag.txt")["comparison"][0]
    area = next(one for one in said["areas"]
                if one["name"] == "Huvudmannens kompensatoriska arbete")
    shown = area["precedents"]
    wrong = [str(one) for one in shown if one["outcome"] != "more_needed"]
    if said["stored"] != 1:
        wrong.append(f"{said['stored']} decisions")
    if not any("ska huvudmannen identifiera riktningen" in one["quote"]
               and one["line"] == 113 for one in shown):
        wrong += ["its plan is not shown"] + [one["quote"] for one in shown]
    tell("who only plans is shown the plan that was not enough", wrong)


def plain(words, *more):
    """The report as Markdown, with nothing marked as words."""
    said = subprocess.run([program, *words, "--format", "markdown", *more],
                          capture_output=True, text=True).stdout
    return said.replace("\\", "")


def as_markdown():
    """Markdown tells of each point and each finding that JSON tells of."""
    pair = ["compare", "--decision", "tests/compare/beslut-komvux.txt",
            "tests/compare/komvux-blandat.txt"]
    folder = ["audit", "tests/dossier/tallmark"]
    text = plain(pair)
    wrong = [point["text"] for area in run(*pair)["comparison"][0]["areas"]
             for point in area["points"]
             if point["text"] not in text or point["message"] not in text]
    text = plain(folder)
    wrong += [one["message"] for one in run(*folder)["dossiers"][0]["cross"]
              if one["message"] not in text or
              any(quote["quote"] not in text for quote in one["evidence"])]
    tell("markdown holds what compare and audit say", wrong)


def warnings():
    """An account laid beside another school form's decision is told of."""
    def codes(decision, account):
        said = run("compare", "--decision", decision, account)
        return [one["code"] for one in said["comparison"][0]["warnings"]]

    wrong = []
    seeds = "../shared/seeds/"
    if os.path.isdir(seeds):
        got = codes(seeds + "004_9598bfa37e8790b7.txt",
                    seeds + "000_529fcb9b7f541ad7.txt")
        if got != ["school_form_differs"]:
            wrong.append(f"s000 with s004: {got}")
    else:
        print("    SKIPPED: ../shared is not there; s000 with s004 not tried")
    got = codes("samples/beslut-kvalitetsgranskning.txt",
                "samples/redovisning-svag.txt")
    if got:
        wrong.append(f"samples: {got}")
    tell("compare warns when the school form differs, and not of spelling",
         wrong)


if __name__ == "__main__":
    compare()
    decision_weighs()
    enclosure()
    plan()
    supervision()
    judged_before()
    as_markdown()
    warnings()
    sys.exit(failed > 0)
