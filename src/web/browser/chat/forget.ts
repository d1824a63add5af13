import { part } from './part.ts';

/** The button that erases the chat from this phone, once the person has confirmed it. */
export function forgetButton(forget: () => void): { show(yes: boolean): void } {
  const button = part('forget', HTMLButtonElement);
  const dialog = part('forget-dialog', HTMLDialogElement);
  button.addEventListener('click', () => {
    dialog.returnValue = '';
    dialog.showModal();
  });
  dialog.addEventListener('close', () => {
    if (dialog.returnValue === 'forget') forget();
  });
  return { show: (yes) => (button.hidden = !yes) };
}
