/** Days, moments in Bamako and numbers, as one language writes them. */
interface Formats {
  day: Intl.DateTimeFormat;
  moment: Intl.DateTimeFormat;
  count: Intl.NumberFormat;
}

/** Making a format costs more than a page: each is made once. */
export function formatsOf(lang: string): Formats {
  let found = known.get(lang);
  if (found === undefined) {
    const timeZone = 'Africa/Bamako';
    found = {
      day: new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone }),
      moment: new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
      count: new Intl.NumberFormat(lang),
    };
    known.set(lang, found);
  }
  return found;
}

const known = new Map<string, Formats>();
