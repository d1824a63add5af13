/** Writing that software likes to break, by name. */
export const SCRIPTS: readonly [name: string, text: string][] = [
  ['Bambara', 'Ɲɔgɔn ye ɲɛ, ŋɔni, sɔrɔ'],
  ['Bambara with combining marks', 'ɛ̀ ɔ́ ɲ̀'],
  ['French, decomposed', 'Se\u0301gou e\u0302tre'],
  ["N'Ko", 'ߒߞߏ ߛߓߍ ߁߂߃'],
  ['Arabic digits and right-to-left marks', '\u200F١٢٣\u200F'],
  ['emoji of several parts', '👩🏿‍🌾 👨‍👩‍👧‍👦 🇲🇱 1️⃣'],
  ['zero-width joiners inside words', 'ra\u200Bpport\u200D'],
  ['beyond the basic plane', '𞤀𞤣𞤤𞤢𞤥'],
];

/** Text that would mean something if anything parsed it. */
export const HOSTILE_TEXTS: readonly [name: string, text: string][] = [
  ['HTML', '<b>x</b> <script>alert(1)</script> &lt;&amp;'],
  ['unbalanced HTML', '<b><i>x</b> <'],
  ['unbalanced Markdown', '*x _y `z [a](tg://user?id=1'],
  ['MarkdownV2 reserved', '_*[]()~`>#+-=|{}.!\\'],
  ['templates', '{{name}} ${x} <%= y %> {0} %s $t(key)'],
  ['a formula', '=HYPERLINK("http://x","y")'],
  ['operators', '{"$ne":null} $where __proto__ constructor'],
  ['a path', '../../etc/passwd%00'],
];
