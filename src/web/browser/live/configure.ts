/** What we use of htmx, which stands before this script in the same file. */
declare const htmx: { config: { history: boolean; noSwap: (number | string)[] } };

/**
 * Before htmx begins, which it does once this file has run. No history: our pages are pages, and nothing of them is to
 * be kept in the browser. A refusal is never put into the page in place of what stood there. Code in attributes is not
 * switched off here, since the policy of every staff page refuses it.
 */
export function configure(): void {
  htmx.config.history = false;
  htmx.config.noSwap = [204, 304, '3xx', '4xx', '5xx'];
}
