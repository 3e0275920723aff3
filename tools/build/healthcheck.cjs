// node healthcheck.js: ends with 0 when the service beside it is ready, for Docker and whoever else asks by a command.
const { ZIELWERK_OPERATOR_PORT, ZIELWERK_PORT } = process.env;
const port = ZIELWERK_OPERATOR_PORT || ZIELWERK_PORT || 4000;

fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_500) }).then(
  ({ ok }) => process.exit(ok ? 0 : 1),
  () => process.exit(1),
);
