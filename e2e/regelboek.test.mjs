// The Regelboek and the Keuzehulp, without signing in: readable, tried out, compared.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, bezoeker, startBrowser, startLeerrecht } from './hulp.mjs';

let leerrecht;
let browser;
let page;

before(async () => {
  leerrecht = await startLeerrecht();
  browser = await startBrowser();
  page = await bezoeker(browser, leerrecht.basis);
});
after(async () => {
  await browser?.close();
  await leerrecht?.stop();
});

test('elke regel heeft een bladzijde, en elk geval klopt als het nu wordt nagerekend', async () => {
  await page.goto('/regelboek');
  await axe(page);
  const regels = await page.$$eval('.lr-regels a', (l) => l.map((a) => a.getAttribute('href')));
  assert.equal(regels.length, 20);
  for (const regel of regels) {
    const antwoord = await page.goto(regel);
    assert.equal(antwoord.status(), 200, regel);
    const [aantal, kloppen] = await page.$$eval('.lr-meta b', (l) => l.slice(-2).map((b) => Number(b.textContent)));
    assert.ok(aantal > 0 && aantal === kloppen, `${regel}: ${kloppen} van ${aantal}`);
    assert.equal(await page.locator('.lr-gevallen .lr-err').count(), 0, regel);
    assert.ok((await page.locator('.lr-tekening svg title').first().textContent()).length > 5, regel);
    await axe(page);
  }
});

test('getallen, hun geschiedenis en de schooljaren', async () => {
  await page.goto('/regelboek/getallen');
  await axe(page);
  await page.click('a:has-text("doelgroep tot leeftijd")');
  assert.match(await page.textContent('main'), /Nu 27 jaar/);
  assert.match(await page.textContent('main'), /1 januari 2026.*27 jaar.*23 jaar/s);
  await axe(page);
  await page.goto('/regelboek/schooljaren?jaar=2026');
  assert.match(await page.textContent('main'), /herfstvakantie/);
  await axe(page);
  await page.goto('/regelboek/schooljaren?jaar=2016');
  assert.match(await page.textContent('main'), /niet compleet/);
  await axe(page);
  for (const pad of ['/regelboek/regels/bestaat_niet', '/regelboek/getallen/bestaat_niet', '/regelboek/schooljaren?jaar=abc']) {
    assert.ok((await page.goto(pad)).status() >= 400, pad);
  }
});

test('een geval proberen, veranderen en een fout krijgen die bij het veld staat', async () => {
  await page.goto('/regelboek/regels/venster');
  await page.click('.lr-gevallen a:has-text("precies zestien uur")');
  assert.match(await page.textContent('.lr-panel'), /drempel bereikt/);
  await axe(page);
  await page.fill('#lessen', '2026-09-07..2026-09-08 1-8 59 ongeoorloofd');
  await page.click('button:has-text("Vraag het de regel")');
  assert.match(await page.textContent('.lr-panel'), /onder drempel/);
  await axe(page);
  await page.fill('#lessen', '2026-09-07 1 60 gespijbeld');
  await page.click('button:has-text("Vraag het de regel")');
  assert.match(await page.textContent('[role=alert]'), /Lessen, regel 1: .*staat niet in de lijst/);
  assert.equal(await page.getAttribute('[role=alert] a', 'href'), '#lessen');
  assert.equal(await page.inputValue('#lessen'), '2026-09-07 1 60 gespijbeld');
  await axe(page);
});

test('dezelfde feiten onder twee wetten', async () => {
  await page.goto('/regelboek/regels/plicht');
  await page.fill('[id="geboortedatum"]', '2001-05-01');
  await page.fill('[id="peildatum"]', '2026-03-01');
  await page.click('button:has-text("Vergelijk twee wetten")');
  await page.fill('[id="a.recht_op"]', '2025-12-31');
  await page.click('button:has-text("Vergelijk opnieuw")');
  assert.match(await page.textContent('main'), /geen.*doorstroompunt/s);
  assert.match(await page.textContent('main'), /verschillen/);
  await axe(page);
  // A browser that knows no date field sends what was typed.
  const antwoord = await page.request.post('/regelboek/regels/plicht', { form: { vergelijk: '1', geboortedatum: '2001-05-01', peildatum: '2026-03-01', 'b.recht_op': 'gisteren' }, headers: { origin: leerrecht.basis } });
  assert.equal(antwoord.status(), 422);
  assert.match(await antwoord.text(), /JJJJ-MM-DD/);
});

test('de keuzehulp loopt met een verzuimmedewerker naar de melding', async () => {
  await page.goto('/keuzehulp');
  await axe(page);
  for (const antwoord of ['Ja', 'Nee', 'Nee', 'Nee', 'Nee', 'Nee', 'Ja']) {
    await page.click(`.lr-vraag a:text-is("${antwoord}")`);
  }
  assert.match(await page.textContent('main'), /U moet dit melden: 16 uur in vier lesweken/);
  await axe(page);
  await page.click('a:has-text("Wijzig") >> nth=-1');
  await page.click('.lr-vraag a:text-is("Nee")');
  await page.click('.lr-vraag a:text-is("Ja")');
  assert.match(await page.textContent('main'), /U mag dit melden: overig verzuim/);
  await page.goto('/keuzehulp?a=zzz%3Cscript%3Ejjjjjjjjjjjjjjjjjjjjj');
  assert.match(await page.textContent('main'), /U meldt dit niet|Vraag/);
  await axe(page);
});
