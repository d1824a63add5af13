import type { UpdateContent } from '../../src/capabilities/updates/model/content.ts';
import { shipped } from '../flows/shipped.ts';
import { buildContent } from '../updates/update-world.ts';
import { formOf } from '../updates/updates-site.ts';
import { type Colleague, hidden, ORG } from './colleague.ts';
import type { Said } from './talk.ts';

/** A published item as the tests know it. */
export interface Item {
  id: string;
  number: string;
  content: UpdateContent;
}

/** Written by one, verified by another, published, over the staff pages. */
export async function publish(
  editor: Colleague,
  verifier: Colleague,
  content: Partial<UpdateContent>,
): Promise<Item> {
  const whole = buildContent(content);
  const id = idIn(await editor.sends('/updates/new', formOf(whole)));
  await editor.sends(`/updates/${id}/submit`, { seen: hidden(await editor.page(`/updates/${id}`), 'seen') });
  const seen = hidden(await verifier.page(`/updates/${id}/verify`), 'seen');
  await verifier.sends(`/updates/${id}/verify`, { seen });
  await editor.sends(`/updates/${id}/publish`, {
    seen: hidden(await editor.page(`/updates/${id}/publish`), 'seen'),
  });
  const number = /ML-\d{4}-\d{4}/u.exec(await editor.page(`/updates/${id}`))?.[0];
  if (number === undefined) throw new Error('The page of a published item tells no number.');
  return { id, number, content: whole };
}

const idIn = (path: string): string => /updates\/([^/?]+)/u.exec(path)?.[1] ?? '';

/** What a talk says of an item, its number, tier, source and by whom it was verified: all of it. */
export function newsOf(lang: string, flow: 'nouvelles' | 'nouvelle-publiee', item: Item): Said[] {
  const { content, number } = item;
  const own = content.texts[lang]!;
  const isOwn = own.title !== '';
  const text = isOwn ? own : content.texts['fr']!;
  const say = (key: string): string => shipped.speaker.say(lang, { flow: 'nouvelles', key });
  const said = (key: string, params: Record<string, string> = {}): Said => [`${flow}/${key}`, params];
  const palier = say(`paliers.${content.tier}`);
  return [
    said('nouvelle', { palier, numero: number, titre: text.title, un: text.first }),
    ...(text.second === '' ? [] : [said('suite', { deux: text.second })]),
    ...(isOwn ? [] : [said('autre_langue')]),
    said('pied', {
      source: content.source.title,
      date: content.date,
      annee: content.date.slice(0, 4),
      lieu: say('partout'),
      par: ORG,
      paye: content.funding,
    }),
    ...(content.source.url === '' ? [] : [said('lien', { lien: content.source.url })]),
  ];
}
