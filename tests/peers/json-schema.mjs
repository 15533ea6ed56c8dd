// json-schema - real output against the schemas in rules/schema, by Ajv.
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const program = process.argv[2];
const samples = readdirSync("samples").sort().map((name) => `samples/${name}`)
  .filter((path) => /\.(txt|docx)$/.test(path));
const ajv = new Ajv2020({ allErrors: true, strict: true });
addFormats(ajv);

function run(...words) {
  const out = spawnSync(program, words, { encoding: "utf8",
                                          maxBuffer: 1 << 28 });
  return JSON.parse(out.stdout);
}

function schema(name) {
  return ajv.compile(
    JSON.parse(readFileSync(`rules/schema/${name}.schema.json`, "utf8")));
}

let failed = 0;
function tell(sentence, valid, validate) {
  console.log(`${valid ? "ok" : "failed"}: ${sentence}`);
  if (valid) return;
  failed += 1;
  for (const error of validate.errors.slice(0, 8)) {
    console.log(`    ${error.instancePath}: ${error.message}`,
                JSON.stringify(error.params));
  }
}

const check = schema("check");
for (const path of samples) {
  tell(`check --format json ${path}`,
       check(run("check", "--no-settings", "--format", "json", path)), check);
}
tell("check --format json, all at once",
     check(run("check", "--no-settings", "--format", "json", "samples")),
     check);

// What a settings file and an earlier run add.
const before = `${process.argv[3]}/before.json`;
const settings = "tests/golden/cli/settings-are-shown";
spawnSync(program, ["check", "--format", "json", "-o", before,
                    `${settings}/input.txt`]);
tell("check --format json under settings and after a baseline",
     check(run("check", "--rules", "tests/rules", "--today", "2025-07-01",
               "--format", "json", "--baseline", before,
               `${settings}/input.txt`)), check);

const rules = new Ajv2020({ allErrors: true, strict: false }).compile(
  JSON.parse(readFileSync("rules/schema/rules.json", "utf8")));
const files = JSON.parse(readFileSync(`${process.argv[3]}/rules.json`, "utf8"));
const chosen = ajv.compile(
  JSON.parse(readFileSync("rules/schema/settings.json", "utf8")));
for (const [path, file] of files) {
  const which = /skollint.yaml$|, settings$/.test(path) ? chosen : rules;
  tell(path, which(file), which);
}
tell("a rule file with an unknown key is refused",
     !rules({ format: 1, kriterier: [] }), { errors: [] });

// What one easily writes wrong, each put into the page's own example.
const [, page] = files.find(([path]) => path === "rules/README.md, rules");
const some = page.criteria[0].met.some;
const mistakes = {
  "a misspelt key": { famly: "eget" },
  "a severity of no such name": { severity: { slutredovisning: "high" } },
  "a kind with no such level":
    { severity: { "slutredovisning-skola": "should" } },
  "a confidence in Swedish": { confidence: "hög" },
  "a condition where a check stands": { met: "eget_bibliotek" },
  "a check of no such kind": { met: { sum: some } },
  "a misspelt key of a check": { met: { some: { were: "gjort" } } },
  "two checks in one": { met: { some, all: [{ some }] } },
  "a name and no check": { met: { as: "namn" } },
  "a voice of no such name": { met: { some: { ...some, voice: "eget" } } },
  "a share that does not say what none means":
    { met: { share: { of: "gjort", where: "gjort" } } },
  "a verdict without its words": { say: { met: "Ja." } },
  "a text in no such language": { fix: { se: "Skriv." } },
  "an example without a text": { examples: [{ expect: "met" }] },
  "an example without its form":
    { examples: [{ expect: "met", fields: { mal: "Ett mål." } }] },
  "an example that expects no verdict":
    { examples: [{ expect: "ja", text: "Ett mål." }] },
};
for (const [name, change] of Object.entries(mistakes)) {
  const file = { ...page, criteria: [{ ...page.criteria[0], ...change }] };
  tell(`${name} is refused`, !rules(file), { errors: [] });
}
tell("an account of reading counts, and never null",
     !ajv.compile(JSON.parse(readFileSync("rules/schema/check.schema.json",
       "utf8")).$defs.pair)(null), { errors: [] });

const account = "samples/redovisning-svag.txt";
const decision = "samples/beslut-kvalitetsgranskning.txt";
const together = {
  compare: ["compare", "--no-settings", "--decision", decision, account],
  audit: ["audit", "--no-settings", "samples"],
};
for (const [name, words] of Object.entries(together)) {
  tell(`${name} --format json`, check(run(...words, "--format", "json")),
       check);
}

const line = schema("ndjson");
for (const words of [...Object.values(together), ["check", account]]) {
  const out = spawnSync(program, [...words, "--format", "ndjson"],
                        { encoding: "utf8", maxBuffer: 1 << 28 });
  const lines = out.stdout.trim().split("\n").map((text) => JSON.parse(text));
  tell(`${words[0]} --format ndjson, ${lines.length} lines`,
       lines.every((one) => line(one)), line);
}

const outline = schema("outline");
for (const path of samples) {
  tell(`outline --format json ${path}`,
       outline(run("outline", "--format", "json", path)), outline);
}

const cite = schema("cite");
tell("cite --format json",
     cite(run("cite", "--on", "2017-05-01", "--format", "json",
              "Enligt 2 kap. 8 a § och 4 kap. 3–5 §§ skollagen (2010:800)")),
     cite);
process.exit(failed > 0 ? 1 : 0);
