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

test('de verzuimmedewerker van Maasveld logt in en ziet een pagina die iedereen kan lezen', async () => {
  const page = await bezoeker(browser, leerrecht.basis);
  await inloggen(page, 'vm-maasveld');
  assert.equal(await page.locator('h1').count(), 1);
  await axe(page);
  await page.context().close();
});
