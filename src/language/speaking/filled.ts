/**
 * A template of `bot.yaml` with its parts; `undefined` where it or one of them is missing. By hand: i18next cannot speak
 * while it is filling in a placeholder.
 */
export function filled(
  pattern: string | undefined,
  parts: Record<string, string | undefined>,
): string | undefined {
  if (pattern === undefined || Object.values(parts).includes(undefined)) return undefined;
  return pattern.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => parts[name] ?? '');
}
