import { html } from './html';

const EVIL = `"><script>alert('1')</script>&`;

it('turns every character that could become markup into text', () =>
  expect(String(html`<p title="${EVIL}">${EVIL}</p>`)).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;">' +
      '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</p>',
  ));

it('keeps what a template made, however deep', () => {
  const items = ['a<b', 'c'].map((item) => html`<i>${item}</i>`);
  expect(String(html`<p>${[items, [items]]}</p>`)).toBe(`<p>${'<i>a&lt;b</i><i>c</i>'.repeat(2)}</p>`);
});

it('writes nothing for what is not there, and zero for zero', () =>
  expect(String(html`[${null}${undefined}${false}${[]}${0}${''}]`)).toBe('[0]'));

it('takes data that looks like markup of ours as text', () => {
  const forged = { toString: () => '<script>' } as unknown as string;
  expect(String(html`<p>${[forged].map(String)}</p>`)).toBe('<p>&lt;script&gt;</p>');
});

it('does not read replacement patterns in values', () =>
  expect(String(html`<p>${'$& $1 $$'}</p>`)).toBe('<p>$&amp; $1 $$</p>'));
