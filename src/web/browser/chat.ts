import { runChat } from './chat/run-chat.ts';

// The clock and the browser's storage are taken here and handed to the parts.
if (isCapable()) {
  document.getElementById('unscripted')?.remove();
  runChat({ now: () => Date.now(), storage: () => window.localStorage });
} else document.documentElement.classList.add('plain');

/** What the chat is made of. A browser that lacks any of it keeps the form. */
function isCapable(): boolean {
  const known = window as unknown as Record<string, unknown>;
  const parts = ['fetch', 'AbortController', 'crypto', 'FormData', 'Promise', 'HTMLDialogElement', 'Intl'];
  return parts.every((name) => known[name] !== undefined) && 'append' in document.body;
}
