/** A moment as a wall clock of the campaign shows it. */
export interface Local {
  /** `YYYY-MM-DD` */
  day: string;
  /** `HH:MM` */
  time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** @param zone IANA name of a time zone */
export function localOf(ms: number, zone: string): Local {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
  const { year = '', month = '', day = '', hour = '', minute = '' } = parts;
  return { day: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}` };
}

/**
 * The moment a wall clock of the campaign shows this day and time, in milliseconds since 1970; `null` for what no
 * calendar or clock shows (31/02, 25:00). Where summer time skips an hour, the moment an hour later.
 */
export function momentOf({ day, time }: Local, zone: string): number | null {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day);
  const clock = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(time);
  if (date === null || clock === null) return null;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) return null;
  const wall = midnight + (Number(clock[1]) * 60 + Number(clock[2])) * 60_000;
  // The offset belongs to the moment, which is not known yet: the second look settles it.
  const first = wall - offsetAt(wall, zone);
  return wall - offsetAt(first, zone);
}

function offsetAt(ms: number, zone: string): number {
  const { day, time } = localOf(ms, zone);
  const minute = Math.floor(ms / 60_000) * 60_000;
  return Date.parse(`${day}T${time}:00Z`) - minute;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}
