// Starts Leerrecht for a test, opens a browser on it, and says what is wrong with a page.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { chromium } from 'playwright-core';

const wortel = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const programma = process.env.LEERRECHT_BIN ?? resolve(wortel, process.env.CARGO_TARGET_DIR ?? 'target', 'debug/leerrecht');

export const breedtes = { smal: { width: 390, height: 844 }, breed: { width: 1280, height: 900 } };

function vrijePoort() {
  return new Promise((goed, fout) => {
    const server = createServer().once('error', fout).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => goed(port));
    });
  });
}

// On PostgreSQL each run gets a database of its own, beside the one in LEERRECHT_DATABASE.
function verseDatabase(basis) {
  const naam = `e2e_${process.pid}_${Date.now()}`;
  const psql = (sql) => execFileSync('psql', [basis, '-qX', '-v', 'ON_ERROR_STOP=1', '-c', sql], { stdio: ['ignore', 'ignore', 'inherit'] });
  psql(`CREATE DATABASE ${naam}`);
  const url = new URL(basis);
  url.pathname = `/${naam}`;
  return { url: url.href, weg: () => psql(`DROP DATABASE IF EXISTS ${naam} WITH (FORCE)`) };
}

/** Starts the demo on a free port. Gives { basis, uitvoer(), stop() }. */
export async function startLeerrecht({ nu = '2026-11-23', wacht = 120_000 } = {}) {
  const map = await mkdtemp(join(tmpdir(), 'leerrecht-e2e-'));
  const poort = await vrijePoort();
  const env = { ...process.env, LEERRECHT_ADRES: `127.0.0.1:${poort}`, LEERRECHT_DATA: map };
  const database = process.env.LEERRECHT_DATABASE ? verseDatabase(process.env.LEERRECHT_DATABASE) : null;
  if (database) env.LEERRECHT_DATABASE = database.url;

  const kind = spawn(programma, ['start', '--demo', '--nu', nu], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let tekst = '';
  const gestopt = new Promise((klaar) => {
    kind.once('exit', klaar);
    kind.once('error', (fout) => { tekst += `${fout}\n`; klaar(-1); });
  });
  const draait = new Promise((goed) => {
    for (const stroom of [kind.stdout, kind.stderr]) {
      stroom.setEncoding('utf8').on('data', (deel) => {
        tekst += deel;
        if (tekst.includes('Leerrecht draait op')) goed('draait');
      });
    }
  });
  const stop = async () => {
    if (kind.exitCode === null && kind.signalCode === null && kind.pid) {
      kind.kill('SIGTERM');
      const hard = setTimeout(() => kind.kill('SIGKILL'), 10_000);
      await gestopt;
      clearTimeout(hard);
    }
    database?.weg();
    await rm(map, { recursive: true, force: true });
  };
  let klok;
  const telaat = new Promise((klaar) => { klok = setTimeout(klaar, wacht, 'te laat'); });
  const uitslag = await Promise.race([draait, gestopt.then((code) => `gestopt met ${code}`), telaat]);
  clearTimeout(klok);
  if (uitslag !== 'draait') {
    await stop();
    throw new Error(`Leerrecht start niet (${uitslag}):\n${tekst.slice(-4000)}`);
  }
  return { basis: `http://127.0.0.1:${poort}`, uitvoer: () => tekst, stop };
}

export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
}

/** A fresh visitor: own cookies, Dutch, no animation. */
export async function bezoeker(browser, basis, viewport = breedtes.breed) {
  const context = await browser.newContext({
    baseURL: basis, viewport, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce',
  });
  return context.newPage();
}

/** Signs in as a person of the demo, with the button that a visitor sees. */
export async function inloggen(page, persoon) {
  await page.goto('/inloggen');
  await Promise.all([
    page.waitForURL((url) => url.pathname !== '/inloggen'),
    page.click(`[data-persoon="${persoon}"] button`),
  ]);
}

const labels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails on every axe violation at 390 and 1280 px, and on sideways scrolling at 390. */
export async function axe(page) {
  const eerst = page.viewportSize();
  const fouten = [];
  for (const [naam, maat] of Object.entries(breedtes)) {
    await page.setViewportSize(maat);
    const { violations } = await new AxeBuilder({ page }).withTags(labels).analyze();
    for (const v of violations) {
      const plekken = v.nodes.slice(0, 3).map((n) => `${n.target}: ${n.any[0]?.message ?? n.failureSummary}`);
      fouten.push(`${naam} ${v.id} (${v.impact}, ${v.nodes.length}×)\n    ${plekken.join('\n    ')}`);
    }
    if (naam === 'smal') {
      const teveel = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (teveel > 0) fouten.push(`smal: de pagina schuift ${teveel} px opzij`);
    }
  }
  if (eerst) await page.setViewportSize(eerst);
  assert.deepEqual(fouten, [], `${new URL(page.url()).pathname}\n  ${fouten.join('\n  ')}`);
}

/** A picture of the whole page. */
export async function scherm(page, bestand) {
  await mkdir(dirname(bestand), { recursive: true });
  await page.screenshot({ path: bestand, fullPage: true, animations: 'disabled' });
}
