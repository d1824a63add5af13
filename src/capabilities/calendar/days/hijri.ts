/** A day of the Islamic calendar as computed (Umm al-Qura). In Mali the moon decides: it may be a day or two off. */
export interface HijriDay {
  year: number;
  month: number;
  day: number;
}

/** @param day `YYYY-MM-DD` */
export function hijriOf(day: string): HijriDay {
  const parts = format.formatToParts(Date.parse(`${day}T00:00:00Z`));
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  return { year: part('year'), month: part('month'), day: part('day') };
}

const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});
