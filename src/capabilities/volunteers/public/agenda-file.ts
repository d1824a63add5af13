import { plainly, type PublicLang } from '../../../web/public/index.ts';
import { titleIn, whenOf } from '../events/words.ts';
import type { Agenda, CountryDay, OpenEvent } from './agenda.ts';
import { ICS_ZONE, type IcsEvent, icsFile } from './ics.ts';
import { AGENDA } from './words.ts';

interface FileOf {
  lang: PublicLang;
  /** `https://benkan.example` */
  publicUrl: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** The agenda for calendars. Examples are not in it: programs carry these away. */
export const agendaFile = ({ events, days }: Agenda, of: FileOf): string =>
  icsFile({
    ...{ name: `Benkan · ${plainly(AGENDA[of.lang].title)}`, lang: of.lang, made: of.now, refresh: 'PT6H' },
    events: [
      ...events.filter(({ demo }) => !demo).map((event) => eventOf(event, of)),
      ...days.map((day) => dayOf(day, of)),
    ],
  });

function eventOf({ id, title, starts, place, state, rev }: OpenEvent, { lang, publicUrl }: FileOf): IcsEvent {
  const words = AGENDA[lang];
  return {
    uid: `${id}@${hostOf(publicUrl)}`,
    at: whenOf(starts, ICS_ZONE),
    summary:
      state === 'cancelled'
        ? `${plainly(words.states.cancelled)} · ${titleIn({ title }, lang)}`
        : titleIn({ title }, lang),
    description: `${plainly(words.states[state])}. ${plainly(words.join)}`,
    location: place,
    url: `${publicUrl}/calendar`,
    status: state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    sequence: rev,
  };
}

function dayOf({ id, day, name, expected }: CountryDay, { lang, publicUrl }: FileOf): IcsEvent {
  const { expected: words } = AGENDA[lang];
  return {
    uid: `${id}@${hostOf(publicUrl)}`,
    at: day,
    summary: expected ? `${name} (${plainly(words)})` : name,
    status: expected ? 'TENTATIVE' : 'CONFIRMED',
    sequence: expected ? 0 : 1,
  };
}

const hostOf = (publicUrl: string): string => new URL(publicUrl).hostname;
