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

/** Read by this file, not by people: any language with Latin digits would do. */
const UMM_AL_QURA = 'en-u-ca-islamic-umalqura-nu-latn';
const format = new Intl.DateTimeFormat(UMM_AL_QURA, {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});
