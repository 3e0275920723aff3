// Tables: on narrow screens each row becomes a block, and each cell says its column's name.
export const tableCss = `
.zw-table {
  margin-top: 0.75rem;
  font-size: 1rem;
}
.zw-table .kern-table__header,
.zw-table .kern-table__cell {
  padding: 0.875rem 1.5rem 0.875rem 0;
  box-shadow: inset 0 -1px 0 0 var(--zw-border);
  font-size: 1rem;
  line-height: 1.5;
}
.zw-table .kern-table__header:last-child,
.zw-table .kern-table__cell:last-child {
  padding-inline-end: 0;
}
.zw-table thead .kern-table__header {
  vertical-align: bottom;
  box-shadow: inset 0 -2px 0 0 var(--kern-color-layout-border);
  color: var(--zw-muted);
  font-weight: 500;
  line-height: 1.3;
}
.zw-table .zw-table__name {
  font-weight: 500;
}
.zw-table td {
  font-variant-numeric: tabular-nums;
}
.zw-table td > div > p:first-child {
  margin-top: 0;
}
.zw-table td > div > p:last-child {
  margin-bottom: 0;
}
.zw-table__caption {
  padding-block: 0.75rem 0;
  text-align: start;
  font-weight: 600;
}
.zw-table th,
.zw-table td {
  overflow-wrap: anywhere;
}
.zw-table--pair {
  max-width: 40rem;
}
@media screen and (min-width: 70.001rem) {
  .zw-table {
    table-layout: fixed;
  }
  .zw-col-1 {
    width: 6.5rem;
  }
  .zw-col-2 {
    width: 10rem;
  }
  .zw-col-3 {
    width: 15rem;
  }
}
@media screen and (max-width: 70rem) {
  .zw-table--stacked,
  .zw-table--stacked tbody,
  .zw-table--stacked tr,
  .zw-table--stacked th,
  .zw-table--stacked td,
  .zw-table--stacked .zw-table__caption {
    display: block;
  }
  .zw-table--stacked thead {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .zw-table--stacked tbody tr {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
    gap: 0.5rem 1.5rem;
    padding-block: 1rem;
    border-bottom: 1px solid var(--zw-border);
  }
  .zw-table--stacked .kern-table__header.zw-table__name {
    grid-column: 1 / -1;
    padding: 0;
    box-shadow: none;
    font-size: 1.125rem;
  }
  .zw-table--stacked .kern-table__cell {
    padding: 0;
    box-shadow: none;
    text-align: start;
    text-wrap: wrap;
  }
  .zw-table--stacked .kern-table__cell::before {
    content: attr(data-label) / '';
    display: block;
    color: var(--zw-muted);
  }
}
@media screen and (max-width: 36rem) {
  .zw-table--stacked tbody tr {
    display: block;
  }
  .zw-table--stacked .kern-table__header.zw-table__name {
    padding-bottom: 0.5rem;
  }
  .zw-table--stacked .kern-table__cell {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 1rem;
    padding-block: 0.25rem;
  }
}
.zw-table__name .zw-note {
  font-weight: 400;
}
`;
