import type { Role } from '../../src/web/staff/index.ts';
import type { WholeHouse } from '../api/whole-house.ts';
import { formOf } from '../updates/updates-site.ts';
import { MARK } from '../staff/gate/hostile-citizens.ts';
import { contentSaying } from './memory-log.ts';

/** Items of every kind a reader may meet, published by two people through the staff site. */
export async function publishInEachState(house: WholeHouse): Promise<void> {
  await published(house, { tier: 'denied', title: 'Le couvre-feu n’est pas levé', bm: 'Tiɲɛ tɛ' });
  await published(house, {
    title: `"><img src=x onerror=alert(1)>${MARK}`,
    first: `</title><script>${MARK}`,
  });
  const gone = await published(house, { tier: 'two_sources', title: 'La route de Gao est ouverte' });
  const page = await look(house, `/updates/${gone}/withdraw`);
  const asked = { seen: seenIn(page), reason: 'Erreur de date', cause: 'wrong' };
  // Only what the form has: a field more is refused.
  const form = Object.entries(asked).filter(([name]) => page.includes(`name="${name}"`));
  await post(house, `/updates/${gone}/withdraw`, 'editor', Object.fromEntries(form));
}

async function published(house: WholeHouse, saying: Parameters<typeof contentSaying>[0]): Promise<string> {
  const form = formOf(contentSaying(saying));
  const id = /updates\/([^/?]+)/u.exec(await post(house, '/updates/new', 'editor', form))?.[1] ?? '';
  for (const [move, role, page] of [
    ['submit', 'editor', ''],
    ['verify', 'verifier', '/verify'],
    ['publish', 'editor', '/publish'],
  ] as const) {
    const seen = seenIn(await look(house, `/updates/${id}${page}`, role));
    await post(house, `/updates/${id}/${move}`, role, seen === '' ? {} : { seen });
  }
  return id;
}

const look = async (house: WholeHouse, path: string, role: Role = 'editor'): Promise<string> =>
  (await house.ask(`/staff${path}`, { cookie: house.cookies[role] })).text();

const seenIn = (page: string): string => /name="seen" value="([^"]*)"/u.exec(page)?.[1] ?? '';

/** Answers with where it led. */
async function post(
  house: WholeHouse,
  path: string,
  role: Role,
  form: Record<string, string>,
): Promise<string> {
  const body = new URLSearchParams(form);
  const answer = await house.ask(`/staff${path}`, { method: 'POST', cookie: house.cookies[role], body });
  if (answer.status !== 303) throw new Error(`${path} as ${role}: ${String(answer.status)}`);
  return answer.headers.get('location') ?? '';
}
