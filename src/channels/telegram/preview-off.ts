/** A preview costs the reader data, and shows the page behind a link that someone else may have typed. */
export const NO_PREVIEW = { link_preview_options: { is_disabled: true } };
