/** What to do about a fault the YAML library found, by its code; for people who never heard of YAML. */
export function yamlAdvice(code: string): string {
  return ADVICE[code] ?? 'Correct this line: it cannot be read here.';
}

const QUOTES = `Put the sentence between quotes ('…'): it holds a colon, or begins with a sign like { [ * & # % @ !`;

const ADVICE: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: `${QUOTES}.`,
  UNEXPECTED_TOKEN: `${QUOTES}.`,
  BAD_SCALAR_START: `${QUOTES}.`,
  MULTILINE_IMPLICIT_KEY:
    'Write "name: …" on this line, with a space after the colon, or put the sentence between quotes.',
  MISSING_CHAR: 'Close what is open here: a quote, a bracket, or the colon after a name.',
  BAD_INDENT: 'Begin this line as far from the left as the lines it belongs to.',
  BLOCK_IN_FLOW: 'Close the bracket { or [ before this line.',
  TAB_AS_INDENT: 'Indent with spaces, not with tabs.',
  DUPLICATE_KEY: 'Write this name once: it stands here already.',
  MULTIPLE_DOCS: 'Take the line of three dashes out: a file is one flow, or one list of texts.',
  TAG_RESOLVE_FAILED: 'Put this between quotes, or take the ! away: tags are not read.',
  BAD_DQ_ESCAPE: "Put this between single quotes ('…'): a backslash has a meaning between double ones.",
};
