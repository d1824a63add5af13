import { Router } from 'express';
import { renderPage } from '../../kit/index.ts';
import { staffHeaders } from '../../staff/index.ts';
import { openApi } from '../openapi/document.ts';
import type { Door } from '../openapi/door.ts';
import { readOnly } from '../read-only.ts';
import { DocsPage } from './page.tsx';

/** `/openapi.json` and `/docs`, both made once from the same doors. */
export function docsRouter(doors: readonly Door[], site: { url: string; version: string }): Router {
  const description = JSON.stringify(openApi(doors, site));
  const page = renderPage(<DocsPage doors={doors} />);
  const router = Router({ caseSensitive: true, strict: true });
  router
    .route('/openapi.json')
    .get(...staffHeaders(), (_request, response) => {
      response.set('Cache-Control', 'no-cache').type('application/json').send(description);
    })
    .all(readOnly);
  router
    .route('/docs')
    .get(...staffHeaders(), (_request, response) => {
      response.set('Cache-Control', 'no-cache').type('html').send(page);
    })
    .all(readOnly);
  return router;
}
