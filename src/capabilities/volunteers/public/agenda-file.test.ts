import { describe, expect, it } from '@jest/globals';
import type { Agenda, OpenEvent } from './agenda.ts';
import { agendaFile } from './agenda-file.ts';

const OF = {
  lang: 'fr',
  publicUrl: 'https://benkan.example',
  now: Date.parse('2026-11-22T12:00:00Z'),
} as const;
const event = (more: Partial<OpenEvent> = {}): OpenEvent => ({
  ...{
    id: 'e1',
    title: { fr: 'Match de la paix', bm: 'Bɛn boli' },
    starts: Date.parse('2026-12-01T16:00:00Z'),
  },
  ...{ place: 'Bamako, stade', minAge: 15, state: 'open', rev: 3, demo: false },
  ...more,
});
const made = (agenda: Partial<Agenda>, of: Partial<Parameters<typeof agendaFile>[1]> = {}): string =>
  agendaFile({ events: [], days: [], ...agenda }, { ...OF, ...of });
/** As a program reads it: folded lines are one. */
const lines = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n');

describe('V11, W12: the calendar file (RFC 5545)', () => {
  it('names its zone, and every thing by an id that stays', () => {
    const file = lines(made({ events: [event()] }));
    for (const line of [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'TZID:Africa/Bamako', 'UID:e1@benkan.example', 'SEQUENCE:3'],
      ...['DTSTART;TZID=Africa/Bamako:20261201T160000', 'DTSTAMP:20261122T120000Z', 'STATUS:CONFIRMED'],
      ...['SUMMARY;LANGUAGE=fr:Match de la paix', 'LOCATION;LANGUAGE=fr:Bamako\\, stade'],
    ])
      expect(file).toContain(line);
    expect(file.filter((line) => line.startsWith('BEGIN:')).length).toBe(
      file.filter((line) => line.startsWith('END:')).length,
    );
    expect([file[0], file.at(-2), file.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
  });

  it('says what was called off, under the same id', () => {
    const file = lines(made({ events: [event({ state: 'cancelled', rev: 4 })] }));
    for (const line of ['UID:e1@benkan.example', 'SEQUENCE:4', 'STATUS:CANCELLED'])
      expect(file).toContain(line);
    expect(file.join()).toContain('SUMMARY;LANGUAGE=fr:Annulée · Match');
  });

  it('speaks Bambara, and has whole days for feasts; one that waits for the moon is tentative', () => {
    const days = [{ id: 'tabaski-1448', day: '2027-05-16', name: 'Tabaski', expected: true }];
    const file = lines(made({ events: [event()], days }, { lang: 'bm' }));
    expect(file).toContain('SUMMARY;LANGUAGE=bm:Bɛn boli');
    for (const line of ['UID:tabaski-1448@benkan.example', 'DTSTART;VALUE=DATE:20270516', 'STATUS:TENTATIVE'])
      expect(file).toContain(line);
  });

  it('has no line over 75 octets, cuts no letter, and keeps words from being lines of their own', () => {
    const hostile = `Ɲɔgɔnye ɛɔɲŋ ߒߞߏ 🌞, ${'é'.repeat(90)}\r\nBEGIN:VEVENT\nX;Y\\`;
    const file = made({ events: [event({ title: { fr: hostile, bm: null } })] });
    for (const line of file.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\n\r\ufffd]/u);
    }
    const [summary = ''] = lines(file).filter((line) => line.startsWith('SUMMARY'));
    expect(summary).toBe(
      `SUMMARY;LANGUAGE=fr:Ɲɔgɔnye ɛɔɲŋ ߒߞߏ 🌞\\, ${'é'.repeat(90)}\\nBEGIN:VEVENT\\nX\\;Y\\\\`,
    );
    expect(lines(file).filter((line) => line === 'BEGIN:VEVENT').length).toBe(1);
  });

  it('carries no example away', () => {
    expect(made({ events: [event({ demo: true })] })).not.toContain('VEVENT');
  });
});
