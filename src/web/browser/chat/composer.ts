import { part } from './part.ts';

/** Tallest the field grows, in pixels, before it scrolls inside. */
const TALLEST = 132;

export interface ComposerActs {
  say: (text: string) => void;
  /** More was pasted than a message holds; the browser has let the end go. */
  tooLong: () => void;
}

/** The field and its button. Enter sends, Shift+Enter begins a line. */
export function composerOf({ say, tooLong }: ComposerActs): { show(yes: boolean): void } {
  const form = part('composer', HTMLFormElement);
  const field = part('say', HTMLTextAreaElement);
  const fit = (): void => {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, TALLEST)}px`;
  };
  const send = (): void => {
    const text = field.value.trim();
    if (text === '') return;
    field.value = '';
    fit();
    say(text);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
    field.focus();
  });
  field.addEventListener('keydown', (event) => {
    // While a keyboard composes a letter (ɛ, ɔ by dead keys), Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  field.addEventListener('input', fit);
  field.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.getData('text') ?? '';
    const replaced = field.selectionEnd - field.selectionStart;
    if (field.value.length - replaced + pasted.length > field.maxLength) tooLong();
  });
  return { show: (yes) => (form.hidden = !yes) };
}
