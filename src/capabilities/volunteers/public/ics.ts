/** A thing in a calendar file. */
export interface IcsEvent {
  /** Stays the same for the same thing, whatever changes about it. */
  uid: string;
  /** `2026-11-22T16:00` on the wall clock, or `2026-11-22` for a whole day. */
  at: string;
  summary: string;
  description?: string;
  location?: string;
  url?: string;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** Raised with every change. */
  sequence: number;
}

interface IcsFile {
  name: string;
  lang: string;
  /** Milliseconds since 1970: when it was made. */
  made: number;
  /** How long a program may wait before it looks again; ISO 8601. */
  refresh: string;
  events: readonly IcsEvent[];
}

/** The zone the file is written in; it never moves its clocks, so one line describes it. */
export const ICS_ZONE = 'Africa/Bamako';

/** A calendar by RFC 5545 (lines of 75 octets, CRLF), with the names RFC 7986 has for it. */
export function icsFile({ name, lang, made, refresh, events }: IcsFile): string {
  const stamp = `${new Date(made).toISOString().slice(0, 19).replace(/[-:]/gu, '')}Z`;
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Benkan//Agenda 1//FR', 'CALSCALE:GREGORIAN'],
    ...['METHOD:PUBLISH', `NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`],
    ...[`X-WR-TIMEZONE:${ICS_ZONE}`, `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`],
    ...ZONE_LINES,
    ...events.flatMap((event) => eventLines(event, stamp, lang)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const ZONE_LINES = [
  ...['BEGIN:VTIMEZONE', `TZID:${ICS_ZONE}`, 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
  ...['TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000', 'TZNAME:GMT', 'END:STANDARD', 'END:VTIMEZONE'],
];

function eventLines(event: IcsEvent, stamp: string, lang: string): string[] {
  const { uid, at, summary, description, location, url, status, sequence } = event;
  const whole = !at.includes('T');
  const when = at.replace(/[-:]/gu, '');
  const said = (key: string, words: string | undefined): string[] =>
    words === undefined ? [] : [`${key};LANGUAGE=${lang}:${escaped(words)}`];
  return [
    ...['BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${stamp}`],
    whole ? `DTSTART;VALUE=DATE:${when}` : `DTSTART;TZID=${ICS_ZONE}:${when}00`,
    ...[...said('SUMMARY', summary), ...said('DESCRIPTION', description), ...said('LOCATION', location)],
    ...(url === undefined ? [] : [`URL:${url}`]),
    ...[`STATUS:${status}`, `SEQUENCE:${String(sequence)}`],
    // A feast leaves the day free for what else is in it.
    ...(whole ? ['TRANSP:TRANSPARENT'] : []),
    'END:VEVENT',
  ];
}

/** Text of RFC 5545, 3.3.11. Control characters are none of it. */
const escaped = (words: string): string =>
  words
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/gu, ' ')
    .replace(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');

/** Octets a line may have without its end. */
const LINE = 75;

/** No letter is cut in two, and the space that begins the rest of a line counts as one of its octets. */
function folded(line: string): string {
  const parts = [''];
  for (const letter of line) {
    const part = parts.at(-1) ?? '';
    const room = LINE - (parts.length === 1 ? 0 : 1);
    if (Buffer.byteLength(part) + Buffer.byteLength(letter) > room) parts.push(letter);
    else parts[parts.length - 1] = part + letter;
  }
  return parts.join('\r\n ');
}
