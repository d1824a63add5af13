import type { Params } from './shapes.ts';

export interface Answer {
  ok: boolean;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number };
  result?: unknown;
}

/** One plain call, as any client would make it. */
export async function ask(
  telegram: { root: string; token: string },
  method: string,
  params: Params = {},
): Promise<Answer> {
  const response = await fetch(`${telegram.root}/bot${telegram.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  const answer = (await response.json()) as Answer;
  if (!answer.ok && answer.error_code !== response.status) throw new Error('Status and error_code differ.');
  return answer;
}
