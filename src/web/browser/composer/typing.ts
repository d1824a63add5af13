/** "Somebody is answering" holds for half a minute after each sign of it, and each has open pages look again. */
const EVERY_MS = 20_000;

/** Tells the others that somebody writes here, and never what. It is no matter if it does not arrive. */
export function tellTyping(form: HTMLFormElement, field: HTMLTextAreaElement): void {
  const to = form.dataset['composer'] ?? '';
  let told = false;
  field.addEventListener('input', () => {
    if (told) return;
    told = true;
    setTimeout(() => (told = false), EVERY_MS);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    fetch(to, { method: 'POST', headers, body: '' }).catch(() => undefined);
  });
}
