// Bouwt assets/dist: app.css, fonts/*.woff2 en app.js. Laat andere bestanden (zoals .stempel) staan.
import { mkdirSync, readFileSync, readdirSync, rmSync, copyFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const hier = dirname(fileURLToPath(import.meta.url));
const dist = join(hier, "dist");
const doel = { target: ["chrome120", "firefox120", "safari17"], logLevel: "warning" };

mkdirSync(dist, { recursive: true });
for (const oud of ["app.css", "app.js", "fonts"]) rmSync(join(dist, oud), { recursive: true, force: true });

await build({
  ...doel, entryPoints: [join(hier, "src/app.css")], outfile: join(dist, "app.css"),
  bundle: true, minify: true, legalComments: "none",
  loader: { ".woff2": "file" }, assetNames: "fonts/[name]",
});
await build({ ...doel, entryPoints: [join(hier, "src/leerrecht.js")], outfile: join(dist, "app.js"), bundle: true, minify: true, format: "iife" });
copyFileSync(join(hier, "node_modules/@fontsource/fira-sans/LICENSE"), join(dist, "fonts/OFL.txt"));

// Alleen de tokens die iemand gebruikt, direct of via een ander token.
const bestand = join(dist, "app.css");
let css = readFileSync(bestand, "utf8").replaceAll('url("./fonts/', 'url("fonts/')
  // NLDS levert enkele plaatjes als data:-adres; de CSP laat die niet toe.
  .replace(/[\w-]+:[^:;{}]*url\(\s*(?:"data:[^"]*"|'data:[^']*'|data:[^)]*)\s*\)[^;}]*;?/g, "");
const regels = [...css.matchAll(/\.voorbeeld-theme\{([^{}]*)\}/g)];
const tokens = new Map();
for (const [, inhoud] of regels)
  for (const d of inhoud.split(/;(?=--)/)) {
    const i = d.indexOf(":");
    if (i > 0) { const k = d.slice(0, i).trim(); tokens.set(k, [...(tokens.get(k) ?? []), d.slice(i + 1)]); }
  }
const verwijst = (tekst) => [...tekst.matchAll(/var\(\s*(--[\w-]+)/g)].map((m) => m[1]);
const nodig = new Set();
const rij = verwijst(regels.reduce((rest, [alles]) => rest.replace(alles, ""), css));
while (rij.length) {
  const naam = rij.pop();
  if (nodig.has(naam)) continue;
  nodig.add(naam);
  for (const waarde of tokens.get(naam) ?? []) rij.push(...verwijst(waarde));
}
for (const [alles, inhoud] of regels) {
  const over = inhoud.split(/;(?=--)/).filter((d) => nodig.has(d.slice(0, d.indexOf(":")).trim()));
  css = css.replace(alles, () => (over.length ? `.voorbeeld-theme{${over.join(";")}}` : ""));
}

// De CSP staat geen data:-adressen toe; bronnen van elders evenmin.
for (const [, adres] of css.matchAll(/url\(\s*["']?([^"')]+)/g))
  if (!/^fonts\/[\w-]+\.woff2$/.test(adres)) throw new Error(`adres niet toegestaan in app.css: ${adres.slice(0, 80)}`);
if (/@import/.test(css)) throw new Error("app.css bevat nog een @import");
writeFileSync(bestand, css);

console.log(`app.css ${(css.length / 1024).toFixed(1)} kB, tokens ${tokens.size} -> ${[...tokens.keys()].filter((k) => nodig.has(k)).length}, ${readdirSync(join(dist, "fonts")).filter((f) => f.endsWith(".woff2")).length} letters`);
