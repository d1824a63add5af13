import { createStaff, type Credentials, resetStaff } from '../web/staff/index.ts';
import { refusal } from '../domain/faults.ts';
import { REGION_LIST } from '../language/index.ts';
import { EXIT } from './exit.ts';
import { withStaff } from './with-staff.ts';

export interface NewStaff {
  email: string;
  role: string;
  org: string;
  name?: string;
  /** Slugs with commas between. */
  regions?: string;
  json?: boolean;
}

/** `benkan staff create`: an account that can sign in at once. What is printed is shown this once. */
export async function staffCreate({ json = false, regions, ...account }: NewStaff): Promise<number> {
  const wanted = { ...account, ...(regions !== undefined && { regions: readRegions(regions) }) };
  return show(await withStaff(process.env, (parts) => createStaff(parts, wanted)), json);
}

/** `benkan staff reset`: new password and second factor; security keys are gone, every open session of the account ends. */
export async function staffReset({
  json = false,
  email,
}: {
  email: string;
  json?: boolean;
}): Promise<number> {
  return show(await withStaff(process.env, (parts) => resetStaff(parts, { email })), json);
}

function readRegions(text: string): string[] {
  const slugs = text.split(',');
  const known = REGION_LIST.map(({ slug }) => slug);
  if (slugs.every((slug) => known.includes(slug))) return slugs;
  throw refusal('bad_region', `No such region; expected some of ${known.join(', ')}.`);
}

function show(credentials: Credentials, json: boolean): number {
  const { url, password, totpSecret } = credentials;
  process.stdout.write(
    json
      ? `${JSON.stringify({ url, password, totpSecret })}\n`
      : `Shown once, keep it safe:\n  sign in at  ${url}\n  password    ${password}\n  TOTP secret ${totpSecret}\n`,
  );
  return EXIT.done;
}
