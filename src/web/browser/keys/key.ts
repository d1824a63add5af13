import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

/** Shows the button of one place, asks the key when it is pressed, and posts the form with the answer. */
export function keyIn(place: HTMLElement): void {
  const form = place.closest('form');
  const button = place.querySelector('button');
  const answer = place.querySelector<HTMLInputElement>('input[name=key]');
  const words = place.querySelector<HTMLElement>('.key-words');
  if (form === null || button === null || answer === null || words === null) return;
  if (!browserSupportsWebAuthn()) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    const codes = form.querySelectorAll<HTMLInputElement>('input[name=code]');
    if (!filled(form, codes)) return;
    button.disabled = true;
    words.textContent = words.dataset['waiting'] ?? '';
    asked(place)
      .then((given) => {
        answer.value = JSON.stringify(given);
        for (const code of codes) code.value = '';
        HTMLFormElement.prototype.submit.call(form);
      })
      .catch(() => {
        words.textContent = words.dataset['failed'] ?? '';
      })
      .finally(() => {
        button.disabled = false;
      });
  });
}

/** Whether everything but the code, which the key stands for, is filled in; says so at the field that is not. */
function filled(form: HTMLFormElement, codes: Iterable<HTMLInputElement>): boolean {
  for (const code of codes) code.required = false;
  // To confirm, a key is enough by itself.
  const complete = form.dataset['keyAlone'] === '' || form.reportValidity();
  for (const code of codes) code.required = true;
  return complete;
}

async function asked(place: HTMLElement): Promise<unknown> {
  const headers = { accept: 'application/json' };
  const response = await fetch(place.dataset['options'] ?? '', { method: 'POST', headers });
  if (!response.ok) throw new Error(String(response.status));
  const optionsJSON: unknown = await response.json();
  return place.dataset['key'] === 'create'
    ? startRegistration({ optionsJSON: optionsJSON as PublicKeyCredentialCreationOptionsJSON })
    : startAuthentication({ optionsJSON: optionsJSON as PublicKeyCredentialRequestOptionsJSON });
}
