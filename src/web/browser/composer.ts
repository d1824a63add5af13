import { countIn } from './composer/count.ts';
import { insertInto } from './composer/insert.ts';
import { tellTyping } from './composer/typing.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('[data-composer]')) {
  const field = form.querySelector('textarea');
  if (field === null) continue;
  countIn(form, field);
  insertInto(form, field);
  tellTyping(form, field);
}
