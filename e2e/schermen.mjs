// Makes the pictures of docs/schermen: [person or null, path, name], each at 1280 and 390 px.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bezoeker, breedtes, inloggen, scherm, startBrowser, startLeerrecht } from './hulp.mjs';

const schermen = [
  [null, '/inloggen', 'inloggen'],
  ['vm-maasveld', '/', 'school-vandaag'],
];

const map = process.argv[2] ?? resolve(dirname(fileURLToPath(import.meta.url)), '../docs/schermen');
const leerrecht = await startLeerrecht();
let browser;
try {
  browser = await startBrowser();
  for (const [persoon, pad, naam] of schermen) {
    const page = await bezoeker(browser, leerrecht.basis);
    if (persoon) await inloggen(page, persoon);
    const antwoord = await page.goto(pad);
    if (!antwoord?.ok()) throw new Error(`${pad} geeft ${antwoord?.status()}`);
    for (const maat of [breedtes.breed, breedtes.smal]) {
      await page.setViewportSize(maat);
      await scherm(page, join(map, `${naam}-${maat.width}.png`));
    }
    console.log(naam);
    await page.context().close();
  }
} finally {
  await browser?.close();
  await leerrecht.stop();
}
