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
