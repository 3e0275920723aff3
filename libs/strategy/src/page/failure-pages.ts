import type { FailurePages } from '@zielwerk/platform';

import { renderFailure } from './failure.page';
import { PAGE_HEADERS } from './page-headers';
import type { Sites } from './sites';

const FOR_PROGRAMS = /^\/(?:api|assets|docs|health)(?:[/?]|$)/u;

/** A failure as a page, for a browser that asked for one; whatever the client did wrong stays a problem that names it. */
export const failurePages =
  (sites: Sites): FailurePages =>
  (status, request) => {
    const wanted = request.headers.accept?.includes('text/html') === true && !FOR_PROGRAMS.test(request.url);
    if (!wanted || (status < 500 && status !== 404)) return null;
    const body = renderFailure(sites.bare(request), status === 404 ? 'notFound' : 'failure');
    return { headers: { ...PAGE_HEADERS, 'cache-control': 'no-store' }, body };
  };
