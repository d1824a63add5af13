import { z } from 'zod';
import type { CallKind, Speaker } from '../../../conversation/ports.ts';
import { refusal } from '../../../domain/faults.ts';
import type { Lang } from '../../../domain/language.ts';
import type { Value } from '../../../engine/types.ts';
import { NATIONAL } from '../model/content.ts';
import { subscriberKey } from '../subscriptions/subscription.ts';
import { EVERYTHING, readWish, sayWish, type Wish, wishAfter } from '../subscriptions/wish.ts';
import type { CallDeps } from './calls.ts';

/** What a flow can say of a subscription; what begins with `dit_` is words, the rest is for choosing. */
export const SAID = ['rythme', 'themes', 'region', 'dit_rythme', 'dit_themes', 'dit_lieu'] as const;
type Said = Record<(typeof SAID)[number], Value>;

/** What somebody is subscribed to; of who is not, `abonne` is false and the rest empty. */
export const subscriptionCall = (deps: CallDeps): CallKind => ({
  name: 'updates.subscription',
  kind: 'reads',
  params: z.strictObject({}),
  async run(_params, { person, lang }) {
    const wish = await deps.subscriptions.wishOf(subscriberKey(deps.fingerprint, person));
    return wish === null ? { abonne: false, ...NOTHING } : { abonne: true, ...said(wish, lang, deps) };
  },
});

/**
 * A subscription as it would be after one choice of `abonnement`. Nothing is kept by it: a flow asks for the effect with
 * what it brings. Fails where the choice says nothing of a subscription, or the theme or place it needs is missing.
 */
export const wishCall = (deps: Pick<CallDeps, 'speaker' | 'placeName'>): CallKind => ({
  name: 'updates.wish',
  kind: 'reads',
  params: z.strictObject({
    ...{ rythme: z.string(), themes: z.string(), region: z.string() },
    ...{ choix: z.string(), theme: z.string().nullable(), ou: z.string().nullable() },
  }),
  async run({ choix, theme, ou, ...asked }, { lang }) {
    const wish = wishAfter(readWish(asked) ?? EVERYTHING, { choix, theme, ou });
    if (wish === undefined) throw refusal('no_such_choice', 'This choice changes no subscription.');
    return said(wish, lang, deps);
  },
});

const NOTHING: Said = { rythme: '', themes: '', region: '', dit_rythme: '', dit_themes: '', dit_lieu: '' };

function said(
  wish: Wish,
  lang: Lang,
  { speaker, placeName }: { speaker: Speaker; placeName: (slug: string) => string | undefined },
): Said {
  const say = (key: string): string => speaker.say(lang, { flow: 'abonnement', key });
  const { rhythm, themes, region } = wish;
  return {
    ...sayWish(wish),
    dit_rythme: say(`rythmes.${rhythm}`),
    dit_themes:
      themes.length === 0
        ? say('theme.choices.tous')
        : themes.map((each) => say(`theme.choices.${each}`)).join(', '),
    dit_lieu: placeWords(region),
  };

  function placeWords(slug: string | null): string {
    if (slug === null) return say('lieux.partout');
    return slug === NATIONAL ? say('lieux.pays') : (placeName(slug) ?? slug);
  }
}
