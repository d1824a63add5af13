import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A whole document as text, doctype first: without it browsers fall back to quirks mode. Preact escapes every value. */
export const renderPage = (page: VNode): string => `<!doctype html>${renderToString(page)}`;
