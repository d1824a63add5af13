import { dayWords } from '../../../web/public/index.ts';
import type { Speaker } from '../../../conversation/ports.ts';
import type { Value } from '../../../engine/types.ts';
import { NATIONAL } from '../model/content.ts';
import { shareText } from '../share/share-text.ts';
import type { Wrappings } from './frame.ts';

export interface WrappingDeps {
  speaker: Speaker;
  placeName: (slug: string) => string | undefined;
  publicUrl: string;
}

/** What our talks, our pages and our pack for sending on put around an item, in every language. */
export const wrappingsOf =
  ({ speaker, placeName, publicUrl }: WrappingDeps): Wrappings =>
  ({ number, statement }) => {
    const { content, publisher, at } = statement;
    const { source, date, place, funding, tier } = content;
    const said = speaker.languages.flatMap((lang) => {
      const say = (key: string, params?: Record<string, Value>): string =>
        speaker.say(lang, { flow: 'nouvelles', key }, params);
      const lieu = place === NATIONAL ? say('partout') : (placeName(place) ?? place);
      const day = (iso: string): string[] => {
        const [year = '', month = '', nth = ''] = iso.slice(0, 10).split('-');
        const words = speaker.say(lang, { flow: 'bot', key: 'answer_day' }, { answer: iso.slice(0, 10) });
        return [
          words,
          `${words} ${year}`,
          `${words} san ${year}`,
          `${nth}/${month}/${year}`,
          `${year}-${month}-${nth}`,
        ];
      };
      return [
        ...(tier === '' ? [] : [say(`paliers.${tier}`)]),
        ...[publisher.name, publisher.id].map((par) =>
          say('pied', { source: source.title, date, annee: date.slice(0, 4), lieu, par, paye: funding }),
        ),
        ...[say('demo'), say('autre_langue'), lieu, ...day(date), ...day(at)],
      ];
    });
    const shared = (['fr', 'bm'] as const).flatMap((lang) => [
      ...shareText(statement, lang, publicUrl).split('\n'),
      ...[dayWords(lang, content.date), dayWords(lang, at)],
    ]);
    // The words themselves stand around nothing.
    const own = new Set(
      Object.values(content.texts).flatMap(({ title, first, second }) => [`*${title}*`, first, second]),
    );
    return {
      lines: [
        ...said,
        ...shared.filter((line) => !own.has(line)),
        source.title,
        funding,
        publisher.name,
        publisher.id,
      ],
      links: [
        ...(source.url === '' ? [] : [source.url]),
        ...[publicUrl, `${publicUrl}/updates/${number}`, `${publicUrl}/verify/${number}`],
      ],
    };
  };
