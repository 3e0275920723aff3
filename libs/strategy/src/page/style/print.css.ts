// On paper: without what only a screen can do, and with tables as narrow as a page. Comes last, to win.
export const printCss = `
@media print {
  .zw-skip,
  .zw-nav,
  .zw-languages,
  .zw-trail,
  .zw-filter,
  .zw-buttons,
  .zw-footer {
    display: none;
  }
  body {
    font-size: 11pt;
  }
  main > section {
    margin-top: 1.5rem;
  }
  h1,
  h2,
  h3 {
    break-after: avoid;
  }
  .zw-table :is(.zw-lights, .zw-bar) {
    width: 8rem;
    min-width: 0;
  }
  .zw-table .kern-table__header,
  .zw-table .kern-table__cell {
    padding: 0.4rem 0.75rem 0.4rem 0;
    font-size: 10pt;
    overflow-wrap: normal;
  }
  .zw-table .zw-note {
    font-size: 9pt;
    white-space: nowrap;
  }
  progress {
    print-color-adjust: exact;
  }
  tr,
  .zw-card,
  figure {
    break-inside: avoid;
  }
}
`;
