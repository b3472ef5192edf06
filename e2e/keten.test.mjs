// The whole chain in the browser: a school's file, the 16 hours, the report, the register, the case, and back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, bezoeker, inloggen, startBrowser, startLeerrecht } from './hulp.mjs';

let leerrecht;
let browser;

before(async () => {
  leerrecht = await startLeerrecht();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await leerrecht?.stop();
});

const als = async (persoon) => {
  const page = await bezoeker(browser, leerrecht.basis);
  await inloggen(page, persoon);
  return page;
};

const laad = async (page, regels) => {
  await page.goto('/school/bestanden');
  const tekst = ['Leerlingnummer;Datum;Lesuur;Code', ...regels].join('\r\n');
  await page.setInputFiles('#bestand', { name: 'export.csv', mimeType: 'text/csv', buffer: Buffer.from(tekst) });
  await page.click('button:has-text("Bestand sturen")');
  // The first time the columns are shown; the same headings are known the next time.
  const laden = page.locator('button:has-text("Lessen laden")');
  if (await laden.count()) {
    await axe(page);
    await laden.click();
  }
  await page.waitForSelector('[role=status]:has-text("Geladen")');
};

const zoe = '50001';
const vijftien = ['16-10-2026;5', '16-10-2026;6', '27-10-2026;7', '27-10-2026;8', '12-11-2026;6', '12-11-2026;7', '19-11-2026;6', '19-11-2026;7']
  .map((r) => `${zoe};${r};S`);

test('van bestand tot zaak en terug naar school en ouder, over de herfstvakantie heen', async () => {
  const school = await als('vm-lyceum');
  await axe(school);
  await laad(school, vijftien);
  await axe(school);
  assert.match(await school.textContent('main'), /8 nieuw, 0 gewijzigd/);
  await school.goto('/school/signalen');
  await axe(school);
  assert.match(await school.textContent('aside'), /Er is niets te melden/, '15 lessen is geen signaal');

  await laad(school, vijftien);
  assert.match(await school.textContent('main'), /0 nieuw, 0 gewijzigd, 8 hetzelfde/, 'twee keer laden verandert niets');

  await laad(school, [`${zoe};19-11-2026;8;S`, `${zoe};31-02-2026;1;S`, '99999;19-11-2026;1;S']);
  const verslag = await school.textContent('main');
  assert.match(verslag, /1 nieuw/);
  assert.match(verslag, /Deze dag bestaat niet/);
  assert.match(verslag, /Dit nummer kennen we niet/);
  await axe(school);

  await school.goto('/school/signalen');
  assert.match(await school.textContent('aside'), /Zoë Mertens.*16 uur in vier lesweken, bereikt op do 19 nov/s, 'de zestiende les maakt het signaal');

  await school.goto('/school/inrichting');
  await axe(school);
  await school.click('button[aria-label^="herfstvakantie"]');
  assert.doesNotMatch(await school.textContent('#kalender table'), /herfstvakantie/);
  await axe(school);
  await school.goto('/school/signalen');
  assert.match(await school.textContent('aside'), /Er is niets te melden/, 'zonder herfstvakantie liggen de lessen verder uit elkaar dan vier lesweken');
  await school.goto('/school/inrichting');
  await school.fill('#begin', '2026-11-30');
  await school.fill('#einde', '2026-11-27');
  await school.click('form:has(#begin) button:has-text("Toevoegen")');
  assert.match(await school.textContent('[role=alert]'), /De laatste dag ligt voor de eerste dag/);
  assert.equal(await school.inputValue('#begin'), '2026-11-30', 'niets gaat verloren');
  await axe(school);
  await school.click('button:has-text("Volg weer de regio")');
  await school.goto('/school/signalen');
  assert.match(await school.textContent('aside'), /Zoë Mertens/, 'met de vakantie is het signaal terug');
  await school.click('aside a:has-text("Zoë Mertens")');
  const uitleg = await school.textContent('main');
  assert.match(uitleg, /vrijdag 16 oktober 2026 tot en met donderdag 19 november 2026, is 16,0 uur gemist/);
  await axe(school);

  await school.click('button:has-text("Maak de melding")');
  assert.match(await school.textContent('main'), /Klopt\. In de melding staat 16,0 uur/);
  await axe(school);
  const melding = school.url();
  await school.fill('#toelichting', 'Zij zegt dat zij hoofdpijn had.');
  await school.click('button:has-text("Melding versturen")');
  assert.match(await school.textContent('[role=alert]'), /hoofdpijn.*gezondheid.*AVG, artikel 9/s, 'gezondheid hoort niet in een melding');
  assert.equal(await school.inputValue('#toelichting'), 'Zij zegt dat zij hoofdpijn had.', 'niets gaat verloren');
  await axe(school);
  await school.fill('#toelichting', 'Zij mist vooral de laatste lessen van de dag.');
  await school.click('button:has-text("Melding versturen")');
  await school.goto(melding);
  const nummer = await school.textContent('[data-registernummer]');
  assert.match(nummer, /^R2026-\d{6}$/);
  await axe(school);

  const register = await als('register');
  assert.match(await register.textContent('main'), new RegExp(`${nummer}.*Gemeente Waterdonk \\(leerplicht\\)`, 's'));
  assert.doesNotMatch(await register.textContent('main'), /Mertens/, 'het register toont geen inhoud');
  await axe(register);

  const ander = await als('lpa-heuveloord');
  assert.doesNotMatch(await ander.textContent('main'), /Mertens/, 'een andere gemeente ziet niets');
  await axe(ander);

  const lpa = await als('lpa-waterdonk');
  await axe(lpa);
  await lpa.click('a:has-text("Zoë Mertens")');
  assert.match(await lpa.textContent('main'), /kan nog niet.*B-101/s, 'zonder overzicht geen gesprek');
  await axe(lpa);
  const zaak = lpa.url();
  assert.equal((await ander.goto(zaak)).status(), 404, 'ook niet met het adres van de zaak');

  await school.goto(melding);
  await school.click('button:has-text("Overzicht sturen")');
  await lpa.goto(zaak);
  assert.match(await lpa.textContent('main'), /Klopt\. De school meldde 16,0 uur. Het overzicht telt op tot 16,0 uur/);
  await axe(lpa);
  await lpa.fill('#terugkoppeling', 'Wij spreken Zoë en haar moeder volgende week.');
  await lpa.click('button:has-text("In behandeling nemen")');
  await lpa.goto(zaak);
  await lpa.selectOption('#reden', 'afspraken_gemaakt');
  await lpa.fill('#terugkoppeling', 'Er zijn drie afspraken gemaakt.');
  await lpa.click('button:has-text("Afsluiten")');
  await axe(lpa);

  await school.goto(melding);
  assert.match(await school.textContent('main'), /afgesloten.*Er zijn drie afspraken gemaakt/s);
  const ouder = await als('ouder-mertens');
  await axe(ouder);
  await ouder.click('a:has-text("Zoë Mertens")');
  assert.match(await ouder.textContent('main'), new RegExp(`afgesloten.*${nummer}.*Er zijn drie afspraken gemaakt`, 's'));
  await axe(ouder);
});

test('15,9 uur is geen signaal, 16,0 wel, en een verbeterde les verandert het signaal meteen', async () => {
  const page = await als('vm-maasveld');
  await axe(page);
  const melden = async () => { await page.goto('/school/signalen'); return page.textContent('aside'); };
  let lijst = await melden();
  assert.match(lijst, /Olivia Nowak/, '16 lessen: precies 16,0 uur');
  assert.doesNotMatch(lijst, /Kwame Asante/, '15 lessen en 45 van 50 minuten te laat: 15,9 uur');
  const verbeter = async (naam, les, status, min = '') => {
    await page.goto('/school/leerlingen');
    await page.click(`a:has-text("${naam}")`);
    await page.fill('#datum', '2026-11-20');
    await page.fill('#lesuur', les);
    await page.selectOption('#status', status);
    await page.fill('#minuten_te_laat', min);
    await page.fill('#waarom_tekst', 'De docent heeft zich vergist.');
    await page.click('button:has-text("Les verbeteren")');
  };
  await verbeter('Olivia Nowak', '6', 'aanwezig');
  assert.match(await page.textContent('main'), /Er is nu niets te melden/);
  await verbeter('Kwame Asante', '3', 'te_laat', '5');
  assert.match(await page.textContent('main'), /16 uur bereikt/);
  lijst = await melden();
  assert.doesNotMatch(lijst, /Olivia Nowak/);
  assert.match(lijst, /Kwame Asante/);
  await verbeter('Kwame Asante', '99', 'te_laat', 'x');
  assert.match(await page.textContent('[role=alert]'), /minuten/);
  await axe(page);
});

test('ouders zien alleen wat bij gezag en leeftijd hoort', async () => {
  for (const [wie, ziet] of [['ouder-verhoeven', 'Daan Verhoeven'], ['ouder-smit', 'Daan Verhoeven'], ['ouder-aydogan', 'Selin Aydoğan'], ['leerling-19', 'Sharon Pinas']]) {
    const page = await als(wie);
    assert.match(await page.textContent('main'), new RegExp(ziet));
    await page.click(`main a:has-text("${ziet}")`);
    await axe(page);
    await page.context().close();
  }
  const page = await als('ouder-zonder-gezag');
  assert.match(await page.textContent('main'), /U kunt hier nu niets zien/);
  await axe(page);
});

test('zelf melden en weer intrekken, tot bij de gemeente', async () => {
  const school = await als('vm-lyceum');
  const naar = async () => { await school.goto('/school/leerlingen'); await school.click('a:has-text("Bilal Osman")'); };
  await naar();
  const begin = async (soort, van, tot) => {
    await school.selectOption('#soort', soort);
    await school.fill('#begin', van);
    await school.fill('#einde', tot);
    await school.click('button:has-text("Maak een concept")');
  };
  await begin('luxe', '2026-11-13', '2026-11-13');
  assert.match(await school.textContent('[role=alert]'), /geen les als ongeoorloofd.*A-329/s);
  assert.equal(await school.inputValue('#begin'), '2026-11-13', 'niets gaat verloren');
  await axe(school);
  await begin('luxe', '2026-11-12', '2026-11-12');
  const concept = school.url();
  assert.match(await school.textContent('main'), /luxe verzuim/);
  await axe(school);
  await school.click('summary:has-text("Dit concept intrekken")');
  await school.click('button:has-text("Trek het concept in")');
  await school.goto(concept);
  assert.match(await school.textContent('main'), /ingetrokken/);
  await naar();
  await begin('luxe', '2026-11-12', '2026-11-12');
  await school.click('button:has-text("Melding versturen")');
  const melding = school.url();
  const lpa = await als('lpa-waterdonk');
  await lpa.click('a:has-text("Bilal Osman")');
  const zaak = lpa.url();
  await school.goto(melding);
  await school.click('summary:has-text("Deze melding intrekken")');
  await school.fill('#waarom', 'Hij was toch ziek.');
  await school.click('button:has-text("Trek de melding in")');
  assert.match(await school.textContent('[role=alert]'), /gezondheid/);
  await axe(school);
  await school.fill('#waarom', 'De docent had zich vergist.');
  await school.click('button:has-text("Trek de melding in")');
  await lpa.goto(zaak);
  assert.match(await lpa.textContent('main'), /ingetrokken.*De docent had zich vergist/s);
  await axe(lpa);
});

test('een docent zegt in twee minuten wie er niet is', async () => {
  const docent = await als('docent-maasveld');
  await axe(docent);
  await docent.click('a:has-text("Les 1: 3C")');
  await axe(docent);
  const rij = docent.locator('fieldset:has-text("Femke Dijkstra")');
  await rij.locator('input[value=te_laat]').check();
  await docent.click('button:has-text("Les opslaan")');
  assert.match(await docent.textContent('[role=alert]'), /Femke Dijkstra: vul in hoeveel minuten/);
  await axe(docent);
  await rij.locator('input[value=afwezig]').check();
  await docent.click('button:has-text("Les opslaan")');
  assert.match(await docent.textContent('[role=status]'), /Opgeslagen/);
  await axe(docent);
  const school = await als('vm-maasveld');
  assert.match(await school.textContent('main'), /Nu zonder verklaring.*Femke Dijkstra.*Op weg naar 16 uur/s);
});

test('elke andere bladzijde is voor iedereen te lezen', async () => {
  const open = await bezoeker(browser, leerrecht.basis);
  for (const pad of ['/inloggen', '/privacy', '/toegankelijkheid', '/bestaat-niet']) {
    await open.goto(pad);
    await axe(open);
  }
  for (const [wie, paden] of [['mentor-maasveld', ['/school', '/school/leerlingen', '/school/meldingen']], ['tl-heuveloord', ['/leerplicht/aantallen', '/leerplicht']], ['fg', ['/toezicht']], ['beheer', ['/beheer', '/rol']], ['sl-maasveld', ['/school/inrichting']], ['vm-maasveld', ['/school/signalen', '/school/bestanden']], ['dsp-heuveloord', ['/leerplicht']]]) {
    const page = await als(wie);
    for (const pad of paden) {
      await page.goto(pad);
      await axe(page);
    }
    await page.context().close();
  }
});
