import { createStaff, type Credentials, resetStaff } from '../web/staff/index.ts';
import { EXIT } from './exit.ts';
import { withStaff } from './with-staff.ts';

export interface NewStaff {
  email: string;
  role: string;
  org: string;
  name?: string;
  json?: boolean;
}

/** `benkan staff create`: an account that can sign in at once. What is printed is shown this once. */
export async function staffCreate({ json = false, ...wanted }: NewStaff): Promise<number> {
  return show(await withStaff(process.env, (parts) => createStaff(parts, wanted)), json);
}

/** `benkan staff reset`: new password and second factor; every open session of the account ends. */
export async function staffReset({
  json = false,
  email,
}: {
  email: string;
  json?: boolean;
}): Promise<number> {
  return show(await withStaff(process.env, (parts) => resetStaff(parts, { email })), json);
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
