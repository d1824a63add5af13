import { goOn } from './keys/go-on.ts';
import { keyIn } from './keys/key.ts';

for (const place of document.querySelectorAll<HTMLElement>('[data-key]')) keyIn(place);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-go-on]')) goOn(form);
