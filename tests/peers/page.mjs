// page - the HTML page in a browser: axe-core, narrow screens and paper.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [program, room] = process.argv.slice(2).map((path) => resolve(path));
const axe = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const NARROW = { width: 360, height: 740 };
const SCREEN = { width: 1280, height: 900 };
const LOOKS = [["screen", "light"], ["screen", "dark"], ["print", "light"]];
const PAGES = 4; // of paper, for one account

let failed = 0;
function tell(sentence, problems) {
  console.log(`${problems.length ? "failed" : "ok"}: ${sentence}`);
  problems.slice(0, 8).forEach((problem) => console.log(`    ${problem}`));
  failed += problems.length > 0;
}

function write(name, ...words) {
  const path = join(room, `${name}.html`);
  const out = spawnSync(program,
    [...words, "--no-settings", "--today", "2025-07-01",
     "--format", "html", "-o", path], { encoding: "utf8" });
  if (out.status > 1) throw new Error(`${name}: ${out.stderr}`);
  return path;
}

async function violations(page) {
  const found = [];
  for (const [media, colorScheme] of LOOKS) {
    await page.emulateMedia({ media, colorScheme });
    const { violations: all } = await page.evaluate(() => axe.run(
      { resultTypes: ["violations"] }));
    for (const one of all) {
      found.push(`${media} ${colorScheme}: ${one.id}: ${one.help}, ` +
                 one.nodes[0].target.join(" "));
    }
  }
  await page.emulateMedia({ media: null, colorScheme: null });
  return found;
}

// What is wider than a narrow screen, unless it scrolls within itself.
async function sideways(page) {
  await page.setViewportSize(NARROW);
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - innerWidth);
  await page.setViewportSize(SCREEN);
  return wide > 0 ? [`${wide} px wider than ${NARROW.width}`] : [];
}

// The answer and all there is to do are seen before anyone scrolls.
async function firstScreen(page) {
  const bottom = await page.evaluate(() => Math.max(
    ...[...document.querySelectorAll(".answer, .tasks")].map(
      (element) => element.getBoundingClientRect().bottom)));
  return bottom > SCREEN.height ? [`it reaches ${bottom} px down`] : [];
}

async function paper(page, path, accounts) {
  const pdf = path.replace(/html$/, "pdf");
  writeFileSync(pdf, await page.pdf({ format: "A4",
                                      preferCSSPageSize: true }));
  const pages = execFileSync("pdftotext", ["-layout", pdf, "-"],
                             { encoding: "utf8" }).split("\f").slice(0, -1);
  const points = await page.evaluate(
    () => document.querySelector(".points > h2")?.textContent);
  const problems = [];
  if (pages.length > PAGES * accounts) problems.push(`${pages.length} pages`);
  if (accounts === 1 && points && !pages[1]?.trim().startsWith(points)) {
    problems.push("what to do takes more than the first page");
  }
  return problems;
}

// What would run or load something.
async function strangers(page) {
  return page.evaluate(() => [...document.querySelectorAll(
    "script, iframe, object, embed, img, link, form, base")].map(
    (element) => element.outerHTML.slice(0, 80)));
}

mkdirSync(room, { recursive: true });
const samples = readdirSync("samples").sort()
  .filter((name) => /\.txt$/.test(name)); // the others are the same in Word
const made = samples.map((name) => [`check ${name}`,
  write(name, "check", `samples/${name}`)]);
made.push(["check, all samples", write("all", "check", "samples")]);
made.push(["check --explain --lang en",
  write("explained", "check", "--explain", "--lang", "en",
        "samples/redovisning-svag.txt")]);
made.push(["audit, all samples", write("audit", "audit", "samples")]);
made.push(["compare", write("compare", "compare", "--decision",
  "samples/beslut-kvalitetsgranskning.txt", "samples/redovisning-svag.txt")]);

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
         "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"],
});
const context = await browser.newContext({ viewport: SCREEN,
                                           bypassCSP: true });
const asked = [];
context.on("request", (request) => asked.push(request.url()));
for (const [name, path] of made) {
  const page = await context.newPage();
  await page.goto(pathToFileURL(path).href);
  const foreign = asked.splice(0)
    .filter((url) => url !== pathToFileURL(path).href);
  tell(`${name}: the page asks for nothing else and holds no script`,
       [...foreign, ...await strangers(page)]);
  await page.addScriptTag({ content: axe });
  // folded parts are read too
  await page.evaluate(() => document.querySelectorAll("details")
    .forEach((element) => { element.open = true; }));
  tell(`${name}: axe-core finds nothing, light, dark and in print`,
       await violations(page));
  tell(`${name}: nothing scrolls sideways`, await sideways(page));
  await page.evaluate(() => document.querySelectorAll("details")
    .forEach((element) => { element.open = false; }));
  const accounts = await page.evaluate(
    () => document.querySelectorAll(".answer").length);
  if (samples.some((sample) => name.endsWith(sample))) {
    if (accounts === 1) {
      tell(`${name}: the first screen says what to do`,
           await firstScreen(page));
    }
    tell(`${name}: at most ${PAGES * accounts} pages of paper`,
         await paper(page, path, accounts));
  }
  await page.close();
}
await browser.close();
process.exit(failed > 0 ? 1 : 0);
