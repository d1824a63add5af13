import type { House } from '../../src/app/compose.ts';

/** Somebody real: greets, chooses French, agrees, and answers the first question of the survey. */
export async function talksForReal(house: House, user: string): Promise<void> {
  for (const [order, text] of ['bonjour', 'francais', '1', 'sondage', '2'].entries())
    await says(house, user, text, order);
}

export async function says(house: House, user: string, text: string, order: number): Promise<void> {
  await house.reception.receive({
    ...{ channel: 'web', account: 'web', user, address: user, id: `${user}-${order}`, order },
    content: { kind: 'text', text },
  });
  await settled(house);
}

/** Everything that was committed has been applied and said. */
export async function settled({ reception, effects, outbox, conversations }: House): Promise<void> {
  await reception.idle();
  await effects.idle();
  await outbox.idle();
  await conversations.idle();
}
