/** Three rings around a point: a goal. */
export const faviconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1c3f94"/><g fill="none" stroke="#fff" stroke-width="2.5"><circle cx="16" cy="16" r="10"/><circle cx="16" cy="16" r="5"/></g><circle cx="16" cy="16" r="1.8" fill="#fff"/></svg>`;
