import { recorderIn } from './recorder/recorder.ts';

for (const place of document.querySelectorAll<HTMLElement>('[data-recorder]')) recorderIn(place);
