import { html, type Html, type Part } from '../html';

/** `width` is the share a column gets on wide screens: 1 narrow to 4 wide, 2 when it is not said. */
export type Column = Readonly<{ label: string; numeric?: boolean; width?: 1 | 2 | 3 | 4 }>;

/** The first cell of a row names it. */
export type Table = Readonly<{
  caption: string;
  /** Shown above the table, not only read aloud; for tables that have no heading of their own. */
  captionShown?: boolean;
  columns: readonly Column[];
  rows: readonly (readonly Part[])[];
}>;

// On narrow screens a row of more than two cells becomes a block and each cell repeats its column's name. Changing `display` takes the meaning of a
// table away from some screen readers, so the roles are said explicitly.
export const table = ({ caption, captionShown, columns, rows }: Table): Html => html`
  <table class="kern-table zw-table zw-table--${columns.length > 2 ? 'stacked' : 'pair'}" role="table">
    <caption class="${captionShown ? 'zw-table__caption' : 'kern-sr-only'}">
      ${caption}
    </caption>
    <colgroup>
      ${columns.map(({ width = 2 }) => html`<col class="zw-col-${width}" />`)}
    </colgroup>
    <thead role="rowgroup">
      <tr class="kern-table__row" role="row">
        ${columns.map(headerCell)}
      </tr>
    </thead>
    <tbody class="kern-table__body" role="rowgroup">
      ${rows.map((cells) => row(columns, cells))}
    </tbody>
  </table>
`;

const headerCell = ({ label, numeric }: Column) =>
  html`<th class="kern-table__header${numeric && ' kern-table__header--numeric'}" scope="col" role="columnheader">
    ${label}
  </th>`;

const row = (columns: readonly Column[], [name, ...cells]: readonly Part[]) => html`
  <tr class="kern-table__row" role="row">
    <th class="kern-table__header zw-table__name" scope="row" role="rowheader">${name}</th>
    ${cells.map((cell, index) => dataCell(columns[index + 1], cell))}
  </tr>
`;

// On narrow screens the content stands beside the column's name: it has to be one element.
const dataCell = (column: Column | undefined, cell: Part) =>
  html`<td
    class="kern-table__cell${column?.numeric && ' kern-table__cell--numeric'}"
    role="cell"
    data-label="${column?.label}"
  >
    <div>${cell}</div>
  </td>`;
