import { configure } from './live/configure.ts';
import { listenFor } from './live/listen.ts';

configure();
for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) listenFor(part);
