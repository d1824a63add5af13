/**
 * When the tokens of the night hold: on a screen, where the reader chose them, or chose nothing and their device says so.
 * Paper never has them. A style sheet cannot say this without writing the tokens twice.
 * @param dark a style sheet whose only rule is `:root { … }`
 */
export const schemes = (dark: string): string =>
  [
    `@media screen and (prefers-color-scheme:dark){${dark.replace(':root', ':root:not([data-theme])')}}`,
    `@media screen{${dark.replace(':root', ':root[data-theme="dark"]')}}`,
    ':root[data-theme="dark"]{color-scheme:dark}:root[data-theme="light"]{color-scheme:light}\n',
  ].join('');
