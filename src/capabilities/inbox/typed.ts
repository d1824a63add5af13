/**
 * What a colleague typed, as it may be kept and sent: no control characters but new lines, no half characters, nothing
 * around it.
 */
export const typed = (text: string): string =>
  Buffer.from(text.replaceAll('\r\n', '\n').replace(CONTROL, '')).toString().normalize('NFC').trim();

const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f]/gu;
