import { html, type Html, type Part } from '../html';

const LONG = 110;

export type TitleBlock = Readonly<{ preline?: string; heading: string; below?: Part }>;

/** The page's heading; a long one is set smaller, because titles may have 400 characters. */
export const titleBlock = ({ preline, heading, below }: TitleBlock): Html => html`
  <div class="zw-title">
    ${preline && html`<p class="kern-preline">${preline}</p>`}
    <h1 class="kern-heading-${heading.length > LONG ? 'large' : 'x-large'}">${heading}</h1>
    ${below}
  </div>
`;
