import { html } from './html';
import { layout } from './layout';
import { titleBlock } from './parts/title-block';
import { addressOf, type Site } from './site';

/** What a visitor sees when there is nothing here, or when something went wrong. Says nothing about the cause. */
export const renderFailure = (site: Site, kind: 'notFound' | 'failure'): string => {
  const { text } = site.wording;
  const title = text(`${kind}.title`);
  return layout(site, {
    title,
    section: null,
    asOf: null,
    main: html`
      ${titleBlock({ heading: title, below: html`<p class="kern-body kern-body--large">${text(`${kind}.text`)}</p>` })}
      <p class="zw-buttons">
        <a class="kern-btn kern-btn--primary" href="${addressOf(site, '/')}"
          ><span class="kern-label">${text('failure.back')}</span></a
        >
      </p>
    `,
  });
};
