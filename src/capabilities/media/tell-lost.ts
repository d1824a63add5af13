import type { Prompt } from '../../conversation/ports.ts';

/** The flows that say it; both have the trigger `{ event: prompt }`. */
const FLOWS = { voice: 'voix-perdue', photo: 'photo-perdue' } as const;

/** A file somebody sent as an answer, and nobody will see or hear. */
export interface Lost {
  id: string;
  conversation: string;
  media: 'voice' | 'photo';
}

/** Said beside the open question, which is asked again. Whoever said stop or was erased hears nothing. */
export async function tellLost(prompt: Prompt, { id, conversation, media }: Lost): Promise<void> {
  await prompt({ conversation, id: `media ${id}`, flow: FLOWS[media], params: {}, lane: 'reply' });
}
