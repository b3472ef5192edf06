// Kleine verbetering; zonder script werkt alles ook.

// Niet twee keer versturen. De knop blijft ingeschakeld, anders valt zijn eigen waarde weg.
document.addEventListener("submit", (e) => {
  const form = e.target;
  if (e.defaultPrevented || !(form instanceof HTMLFormElement)) return;
  if (form.dataset.verstuurd) { e.preventDefault(); return; }
  if (form.method !== "post") return;
  form.dataset.verstuurd = "1";
  e.submitter?.setAttribute("aria-busy", "true");
});
// Terug in de browser: het formulier mag weer.
addEventListener("pageshow", () => {
  for (const f of document.querySelectorAll("form[data-verstuurd]")) {
    delete f.dataset.verstuurd;
    f.querySelectorAll("[aria-busy]").forEach((k) => k.removeAttribute("aria-busy"));
  }
});

// Voortgang: vraagt elke 700 ms {gedaan, totaal, klaar} en laadt opnieuw als het klaar is.
for (const el of document.querySelectorAll("[data-voortgang]")) {
  const balk = el.querySelector("progress");
  const tekst = el.querySelector("[data-voortgang-tekst]");
  let fouten = 0;
  const vraag = async () => {
    try {
      const a = await fetch(el.dataset.voortgang, { headers: { accept: "application/json" }, credentials: "same-origin", cache: "no-store" });
      if (!a.ok) throw new Error(String(a.status));
      const { gedaan, totaal, klaar } = await a.json();
      fouten = 0;
      if (balk && totaal > 0) { balk.max = totaal; balk.value = gedaan; }
      if (tekst) tekst.textContent = totaal > 0 ? `${gedaan} van ${totaal}` : "";
      if (klaar) { location.reload(); return; }
    } catch { if (++fouten >= 20) return; }
    setTimeout(vraag, 700);
  };
  setTimeout(vraag, 700);
}
