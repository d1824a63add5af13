import { z } from 'zod';
import type { CallKind } from '../../../conversation/ports.ts';
import type { Sendable, Sendables } from './ports.ts';

export const MESSAGE = 'broadcasts.message';
/** What the flow is told. */
export const MESSAGE_GIVES = ['voulu', 'texte', 'par'] as const;

/** To whom it waited for (B11) it is said after its end too. */
const SAID: ReadonlySet<Sendable['state']> = new Set(['canary', 'running', 'done']);

/** A broadcast in the language of the talk, and who sends it. One that does not go out now, or has no such text, is silent. */
export const messageCall = ({
  broadcasts,
  senderOf,
}: {
  broadcasts: Pick<Sendables, 'find'>;
  /** The name of an organisation, as citizens read it. */
  senderOf: (org: string) => Promise<string>;
}): CallKind => ({
  name: MESSAGE,
  kind: 'reads',
  params: z.object({ envoi: z.string().max(64) }),
  async run({ envoi }, { lang }) {
    const broadcast = await broadcasts.find(String(envoi));
    const text = broadcast?.content[lang]?.text;
    if (broadcast === undefined || text === undefined || !SAID.has(broadcast.state))
      return { voulu: false, texte: null, par: null };
    return { voulu: true, texte: text, par: await senderOf(broadcast.org) };
  },
});
