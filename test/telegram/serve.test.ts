import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { ask } from './ask.ts';

it('runs in a process of its own, for load runs', async () => {
  const server = spawn(process.execPath, [path.join(import.meta.dirname, 'serve.mjs'), '--token', '7:x']);
  try {
    const [line] = (await once(server.stdout, 'data')) as [Buffer];
    const told = JSON.parse(line.toString()) as { root: string; token: string; stage: string };
    const post = (body: unknown) => fetch(told.stage, { method: 'POST', body: JSON.stringify(body) });
    expect((await post({ id: 5, does: 'says', with: 'menu' })).status).toBe(200);
    expect((await post({ id: 5, does: 'sings' })).status).toBe(400);
    expect(await ask(told, 'getUpdates')).toMatchObject({ result: [{ message: { text: 'menu' } }] });
    await ask(told, 'sendMessage', { chat_id: 5, text: 'x' });
    expect(await (await fetch(`${told.stage}/seen?person=5`)).json()).toMatchObject([{ text: 'x' }]);
    expect(await (await fetch(`${told.stage}/counts`)).json()).toEqual({ waiting: 1, written: 1 });
  } finally {
    server.kill();
  }
});
