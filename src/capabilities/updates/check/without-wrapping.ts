/**
 * A message without what a messenger adds when it is forwarded or copied: the mark of forwarding, and before each message
 * of several copied at once its day, its hour and who sent it.
 */
export const withoutWrapping = (text: string): string =>
  text.replaceAll(COPIED, '\n').replaceAll(FORWARDED, '\n');

const DAY = String.raw`\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?`;
const HOUR = String.raw`\d{1,2}[:h]\d{2}(?::\d{2})?(?:\s?[AP]M)?`;
/** `[22/11 10:32] Awa: ` in the clipboard, `22/11/2026, 10:32 - Awa: ` in an exported chat. */
const COPIED = new RegExp(
  String.raw`(?:\[${DAY},?\s+${HOUR}\]|^\s*${DAY},?\s+(?:à\s+)?${HOUR}\s+-)\s*[^:\n]{1,40}:[^\S\n]*`,
  'gimu',
);
const FORWARDED =
  /^[^\S\n]*(?:[↪➡⏩↩>]\ufe0f?[^\S\n]*)*[*_]*(?:transf[ée]r[ée]e?s?|forwarded|fwd|tr)(?!\p{L})(?:[^\S\n]+(?:plusieurs|de nombreuses|many)[^\S\n]+(?:fois|times))?(?:[^\S\n]+(?:de|from|depuis)[^\S\n].{1,40}|[^\S\n]*message)?[^\S\n]*[*_:]*[^\S\n]*$/gimu;
