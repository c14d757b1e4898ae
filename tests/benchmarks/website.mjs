// The page of a publication package in Chromium, from the disk and with the network off: does it search, do keys
// work, does axe find anything serious. Beside node it needs Chromium, and playwright-core and axe-core from npm:
//   node tests/benchmarks/website.mjs PACKAGE/index.html [FOLDER-FOR-PICTURES]
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

const require = createRequire(join(process.cwd(), "here.js"));
const { chromium } = require("playwright-core");
const file = resolve(process.argv[2]), pictures = process.argv[3];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const faults = [];

async function opened(width, bypassCSP) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, offline: true, bypassCSP });
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (asked) => asked.url().startsWith("file:") || faults.push(`asks for ${asked.url()}`));
  await page.goto("file://" + file);
  return page;
}

for (const width of [1280, 360]) {
  const page = await opened(width, false);
  const data = await page.evaluate(() => JSON.parse(document.getElementById("data").textContent));
  const missing = data.filter((one) => !existsSync(join(dirname(file), decodeURIComponent(one.href))));
  if (missing.length) faults.push(`${missing.length} links lead nowhere`);
  if (pictures) await page.screenshot({ path: join(pictures, `${width}.png`) });
  await page.keyboard.press("/");
  await page.keyboard.type(data[data.length - 1].title);
  const found = await page.locator("#list li").allTextContents();
  if (!found.some((row) => row.includes(data[data.length - 1].title))) faults.push("the title that was typed is not found");
  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) faults.push(`wider than ${width}`);
  const again = await opened(width, true); // the page forbids scripts from elsewhere, axe too
  await again.addScriptTag({ path: require.resolve("axe-core/axe.min.js") });
  const { violations } = await again.evaluate(() => axe.run());
  for (const one of violations) faults.push(`axe, ${one.impact}: ${one.help}`);
  console.log(`${width}: ${data.length} documents, ${found.length} found by the last title`);
}
await browser.close();
console.log(faults.length ? faults.join("\n") : "nothing wrong");
process.exit(faults.length ? 1 : 0);
