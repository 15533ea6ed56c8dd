"""dossier - compare and audit say of samples what a reader says of them."""
import json
import subprocess
import sys

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


def compare():
    total, wrong = 0, []
    with open("tests/compare/expected.tsv", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            account, decision, verdicts = line.rstrip("\n").split("\t")
            said = run("compare", "--decision", decision, account)
            points = [(point["verdict"], point["text"])
                      for area in said["comparison"][0]["areas"]
                      for point in area["points"]]
            expected = verdicts.split()
            if len(points) != len(expected):
                wrong += [f"{account}: {len(points)} points"] * len(expected)
            total += len(expected)
            for want, (got, text) in zip(expected, points):
                if got not in want.split("|"):
                    wrong.append(f"{account}: {got}, read as {want}: {text[:60]}")
    print(f"    {total - len(wrong)} of {total} points as they were read")
    for problem in wrong:
        print("    differs:", problem)
    tell("compare says of at least nine of ten points what a reader says",
         wrong if len(wrong) * 10 > total else [])


if __name__ == "__main__":
    compare()
    sys.exit(failed > 0)
