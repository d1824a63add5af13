/** The placeholders of a text as they are written, each once, with one way to space them: `{{quand, jour}}`. */
export const placeholderTokens = (text: string): string[] => [
  ...new Set(
    Array.from(text.matchAll(TOKEN), ([, inside = '']) => `{{${inside.replace(/\s*,\s*/u, ', ').trim()}}}`),
  ),
];

const TOKEN = /\{\{([^{}]*)\}\}/gu;
