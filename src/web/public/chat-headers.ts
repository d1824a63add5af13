import type { RequestHandler } from 'express';

export interface ChatHeaders {
  /** Who may show the page in a frame, as the policy writes it. */
  framedBy: readonly string[];
  /** Whether the page has a script, which then speaks to us. */
  scripts: boolean;
}

/** Headers of the chat's pages: nothing inline, nothing from elsewhere. */
export function pageHeaders({ framedBy, scripts }: ChatHeaders): RequestHandler {
  const policy = [
    "default-src 'none'",
    ...(scripts ? ["script-src 'self'", "connect-src 'self'"] : []),
    ...POLICY,
    `frame-ancestors ${framedBy.join(' ')}`,
  ].join('; ');
  return (_request, response, next) => {
    response.set({ ...HEADERS, 'Content-Security-Policy': policy });
    next();
  };
}

const HEADERS = {
  // No other site learns where its visitors come from; our own form does, which is how it knows its pages.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(self)',
};

const POLICY = [
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
];
