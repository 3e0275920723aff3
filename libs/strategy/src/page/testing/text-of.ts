/** What a reader sees: without markup, and with every space the same. */
export const textOf = (page: string) =>
  page
    .replace(/<head>.*<\/head>/su, '')
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/gu, ' ');
