// Makes the pictures of docs/schermen: [person or null, path, name], each at 1280 and 390 px.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bezoeker, breedtes, inloggen, scherm, startBrowser, startLeerrecht } from './hulp.mjs';

// [person, first page, names of links to follow from there, name of the picture]
const schermen = [
  [null, '/inloggen', [], 'inloggen'],
  [null, '/regelboek', [], 'regelboek'],
  [null, '/regelboek/regels/venster?geval=1', [], 'regelboek-venster'],
  [null, '/keuzehulp?a=jnnnnnj', [], 'keuzehulp'],
  ['vm-maasveld', '/school', [], 'vandaag'],
  ['vm-maasveld', '/school/bestanden', [], 'bestanden'],
  ['docent-maasveld', '/les', ['Les 1: 3C'], 'les'],
  ['lpa-heuveloord', '/leerplicht', [], 'werkvoorraad'],
  ['lpa-heuveloord', '/leerplicht', ['Daan Verhoeven'], 'zaak'],
  ['ouder-verhoeven', '/mijn', ['Daan Verhoeven'], 'mijn-kind'],
];

const map = process.argv[2] ?? resolve(dirname(fileURLToPath(import.meta.url)), '../docs/schermen');
const leerrecht = await startLeerrecht();
let browser;
try {
  browser = await startBrowser();
  // One report, so that a case and an answer exist.
  const school = await bezoeker(browser, leerrecht.basis);
  await inloggen(school, 'vm-maasveld');
  await school.goto('/school/leerlingen');
  await school.click('main a:has-text("Daan Verhoeven")');
  for (const maat of [breedtes.smal, breedtes.breed]) {
    await school.setViewportSize(maat);
    await scherm(school, join(map, `leerling-${maat.width}.png`));
  }
  await school.goto('/school/signalen');
  await school.click('aside .lr-panel:has-text("Daan Verhoeven") button');
  await school.waitForURL('**/school/meldingen/**');
  await scherm(school, join(map, 'melding-1280.png'));
  await school.click('button:has-text("Melding versturen")');
  await school.waitForSelector('[data-registernummer]');
  await school.click('button:has-text("Overzicht sturen")');
  await school.waitForLoadState();
  for (const [persoon, pad, klikken, naam] of schermen) {
    const page = await bezoeker(browser, leerrecht.basis);
    if (persoon) await inloggen(page, persoon);
    const antwoord = await page.goto(pad);
    if (!antwoord?.ok()) throw new Error(`${pad} geeft ${antwoord?.status()}`);
    for (const k of klikken) await page.click(`main a:has-text("${k}")`);
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
