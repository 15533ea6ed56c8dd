"""facts - what the program reads out of a decision, beside a reader's list."""
import difflib
import json
import subprocess
import unicodedata

FLAT = str.maketrans("6é", "öe")


def fold(text):
    """Without accents and spaces, as a scan may have either."""
    text = unicodedata.normalize("NFD", (text or "").lower())
    return "".join(letter for letter in text if letter.isalnum())


def alike(a, b):
    """The same name, but for letters that a scan reads as others."""
    a, b = fold(a), fold(b)
    same = sum(one.size for one in difflib.SequenceMatcher(
        None, a, b, autojunk=False).get_matching_blocks())
    return max(len(a), len(b)) - same <= max(1, len(b) // 7)


def expected():
    with open("tests/decisions/facts.jsonl", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


SEED = "../shared/seeds/004_9598bfa37e8790b7.txt"


def of_seed():
    """s004, as its reader listed it; its own day and number are unknown."""
    name = "Huvudmannens analys av studieresultat och trygghet"
    return {"date": None, "previous": "2023-02-02", "deadline": "2023-08-21",
            "received": "2023-08-10", "numbers": [], "forms": ["grundskola"],
            "huvudman": "Borlänge kommun",
            "areas": [{"name": name,
                       "law": ["1:9", "4:3", "4:5", "4:6", "4:7", "5:3"],
                       "rating": "low", "outcome": "in_line",
                       "intervention": None, "points": 1, "deadline": None},
                      {"name": "Huvudmannens kompensatoriska arbete",
                       "law": ["1:9", "2:8", "4:7"], "rating": "low",
                       "outcome": "more_needed", "intervention": None,
                       "points": 1, "deadline": None}]}


def outline(program, path, *options):
    out = subprocess.run([program, "outline", "--format", "json", *options,
                          path], capture_output=True, text=True, check=False)
    return json.loads(out.stdout)


def verdicts(program, path):
    out = subprocess.run([program, "check", "--no-settings", "--today",
                          "2026-01-01", "--format", "json", path],
                         capture_output=True, text=True, check=False)
    return {(one["document"], one["criterion"]): one["verdict"]
            for one in json.loads(out.stdout)["results"]}


def rises(program, clean, other):
    """Verdicts that are not met in the clean text and met in the other."""
    before, after = verdicts(program, clean), verdicts(program, other)
    return [f"{other}: {key}" for key in before
            if before[key] == "not_met" and after.get(key) == "met"]


def of_decision(read):
    """The same shape as a line of facts.jsonl."""
    document, dates = read["document"], read["dates"]
    return {
        "date": dates["document"], "previous": dates["previous_decision"],
        "deadline": dates["deadline"], "received": dates["received"],
        "numbers": document["reference_numbers"],
        "forms": sorted(document["school_forms"]),
        "huvudman": document["huvudman"],
        "areas": [{"name": area["name"], "law": area["law"],
                   "rating": area["rating"], "outcome": area["outcome"],
                   "intervention": area["intervention"],
                   "points": len(area["development_points"]),
                   "deadline": area["deadline"]}
                  for area in read["areas"]]}


def count(want, got):
    """(facts in all, [facts that differ]); "*" may be anything."""
    total, wrong = 0, []

    def check(name, right, one, other):
        nonlocal total
        total += 1
        if not right:
            wrong.append(f"{name}: {other!r}, not {one!r}")

    for key in ("date", "previous", "deadline", "received", "numbers",
                "forms"):
        if want[key] != "*":
            check(key, want[key] == got[key], want[key], got[key])
    check("huvudman", alike(got["huvudman"], want["huvudman"]),
          want["huvudman"], got["huvudman"])
    check("areas", len(want["areas"]) == len(got["areas"]),
          len(want["areas"]), [area["name"] for area in got["areas"]])
    for area in want["areas"]:
        found = next((one for one in got["areas"]
                      if alike(one["name"], area["name"])), {})
        check(f"area {area['name']}", bool(found), area["name"], None)
        for key in ("law", "rating", "outcome", "intervention", "points",
                    "deadline"):
            check(f"{area['name']}, {key}", found.get(key) == area[key],
                  area[key], found.get(key))
    return total, wrong
