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
.zw-table td > p:first-child {
  margin-top: 0;
}
.zw-table__caption {
  padding-block: 0.75rem 0;
  text-align: start;
  font-weight: 600;
}
@media screen and (max-width: 55rem) {
  .zw-table,
  .zw-table tbody,
  .zw-table tr,
  .zw-table th,
  .zw-table td,
  .zw-table__caption {
    display: block;
  }
  .zw-table thead {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .zw-table tr {
    padding-block: 1rem;
    border-bottom: 1px solid var(--zw-border);
  }
  .zw-table .kern-table__header.zw-table__name {
    padding: 0 0 0.5rem;
    box-shadow: none;
    font-size: 1.125rem;
  }
  .zw-table .kern-table__cell {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 0.25rem 1rem;
    padding: 0.25rem 0;
    box-shadow: none;
    text-align: start;
    text-wrap: wrap;
  }
  .zw-table .kern-table__cell > :not(br) {
    grid-column: 2;
  }
  .zw-table .kern-table__cell::before {
    content: attr(data-label) / '';
    grid-row: 1 / span 3;
    color: var(--zw-muted);
  }
}
`;
