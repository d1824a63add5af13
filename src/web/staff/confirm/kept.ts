import type { AccountParts } from '../parts.ts';

/** A form somebody sent and that was not let through yet. */
export interface KeptForm {
  /** Path and query it was sent to. */
  action: string;
  fields: Readonly<Record<string, string>>;
}

/** What a page with a kept form posts: the form itself, sealed, at most 64 kB before, and base64 on top. */
export const LARGEST_KEPT_FORM_BYTES = 256 * 1024;
export const LONGEST_KEPT = 200_000;

/** Coffee and a lost phone; not the next morning. */
const KEPT_FOR_MS = 60 * 60 * 1000;

/** Never carried along, not even sealed. */
const SECRETS: readonly string[] = ['password', 'code', 'key'];

type KeepParts = Pick<AccountParts, 'sealer' | 'clock'>;

/**
 * The form as text for a hidden field, so that nothing is stored and nothing typed is lost. Sealed, so that no page but
 * ours can make one, and bound to the account whose session it came with, where that is still known.
 */
export function keepForm({ sealer, clock }: KeepParts, form: KeptForm, account: string | undefined): string {
  const fields = Object.entries(form.fields).filter(([name]) => !SECRETS.includes(name));
  const kept: Sealed = {
    ...{ action: form.action, fields: Object.fromEntries(fields), until: clock.now() + KEPT_FOR_MS },
    ...(account === undefined ? {} : { account }),
  };
  return sealer.seal(JSON.stringify(kept), PLACE).toString('base64url');
}

/** The form again, for the account it belongs to; `undefined` for somebody else's, an old one, or one of another's making. */
export function openKept(
  { sealer, clock }: KeepParts,
  text: string | undefined,
  account: string,
): KeptForm | undefined {
  if (text === undefined || text === '') return undefined;
  let opened: string;
  try {
    opened = sealer.open(Buffer.from(text, 'base64url'), PLACE);
  } catch {
    return undefined;
  }
  const { action, fields, until, account: whose = account } = JSON.parse(opened) as Sealed;
  return whose === account && clock.now() < until ? { action, fields } : undefined;
}

interface Sealed extends KeptForm {
  account?: string;
  until: number;
}

const PLACE = 'staff/kept-form';
