import { FIFTY } from './fifty-questions.mjs';
import { opened } from './ours.mjs';

export const open = (how) => opened(how, FIFTY, 50);
