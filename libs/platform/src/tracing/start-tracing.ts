import { context, diag, DiagLogLevel, propagation, trace } from '@opentelemetry/api';
import { setTimeout as pause } from 'node:timers/promises';

export type Tracing = Readonly<{
  /** Sends what is left, as far as the collector takes it within two seconds. */
  stop: () => Promise<void>;
}>;

const PATIENCE_MS = 2_000;

/**
 * From now on this process keeps traces and sends them to `url` by OTLP over HTTP. There is one tracing for a process; a
 * collector that is away costs nothing but its traces. `process` names it, `warn` gets a sentence about what failed.
 */
export const startTracing = async (
  url: string,
  process: string,
  warn: (sentence: string) => void,
): Promise<Tracing> => {
  // Loaded only where traces are wanted: the start of all others shall not wait for it.
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const silent = () => undefined;
  const error = () => {
    warn('Traces could not be delivered.');
  };
  diag.setLogger({ error, warn: silent, info: silent, debug: silent, verbose: silent }, DiagLogLevel.ERROR);
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': `zielwerk-${process}` }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url, timeoutMillis: PATIENCE_MS }))],
  });
  provider.register();
  return {
    stop: async () => {
      await Promise.race([provider.shutdown().catch(silent), pause(PATIENCE_MS, undefined, { ref: false })]);
      for (const api of [trace, context, propagation, diag]) api.disable();
    },
  };
};
