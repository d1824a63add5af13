import { InputFile } from 'grammy';
import { type Form, type FormField, formOf } from '../platform/form.ts';

/** Only a call with a file is a form; all others are JSON, which costs a fraction. */
export const hasFile = (payload: object): boolean =>
  Object.values(payload).some((value) => value instanceof InputFile);

/** A Bot API call with files. */
export async function callAsForm(payload: object): Promise<Form> {
  return formOf(await Promise.all(Object.entries(payload).map(fieldOf)));
}

async function fieldOf([name, value]: [string, unknown]): Promise<FormField> {
  if (!(value instanceof InputFile))
    return { name, content: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)) };
  const bytes = await value.toRaw();
  if (!(bytes instanceof Uint8Array)) throw new TypeError('Files are sent from memory.');
  return { name, fileName: value.filename ?? name, content: Buffer.from(bytes) };
}
