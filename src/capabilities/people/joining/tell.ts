import type { Prompt } from '../../../conversation/ports.ts';

/** Says what became of somebody's accounts. */
export const ACCOUNTS_FLOW = 'comptes';

/** `relies` and `separes` are said wherever they happened; `echec` where it was asked for. */
export type Became = 'relies' | 'separes' | 'echec';

/** The same joining or separation is told once in a talk, however often it is run. */
export async function tell(
  prompt: Prompt,
  conversations: readonly string[],
  became: Became,
  id: string,
): Promise<void> {
  for (const conversation of conversations)
    await prompt({
      ...{ conversation, id: `people.${became}/${id}`, flow: ACCOUNTS_FLOW, params: { etat: became } },
      lane: 'alert',
    });
}
