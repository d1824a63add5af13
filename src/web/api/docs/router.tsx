import { Router } from 'express';
import { packLater, renderPage, sendPacked } from '../../kit/index.ts';
import { staffHeaders } from '../../staff/index.ts';
import { openApi } from '../openapi/document.ts';
import type { Door } from '../openapi/door.ts';
import { readOnly } from '../read-only.ts';
import { DocsPage } from './page.tsx';

/** `/openapi.json` and `/docs`, both made once from the same doors. */
export function docsRouter(doors: readonly Door[], site: { url: string; version: string }): Router {
  const description = packLater('application/json', Buffer.from(JSON.stringify(openApi(doors, site))));
  const page = packLater('text/html; charset=utf-8', Buffer.from(renderPage(<DocsPage doors={doors} />)));
  const router = Router({ caseSensitive: true, strict: true });
  router
    .route('/openapi.json')
    .get(...staffHeaders(), (request, response) => {
      response.set('Cache-Control', 'no-cache');
      sendPacked(request, response, description());
    })
    .all(readOnly);
  router
    .route('/docs')
    .get(...staffHeaders(), (request, response) => {
      response.set('Cache-Control', 'no-cache');
      sendPacked(request, response, page());
    })
    .all(readOnly);
  return router;
}
