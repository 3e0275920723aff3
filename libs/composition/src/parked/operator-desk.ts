import type { ParkedDesk, ParkedEntry, ParkedMessage } from '@zielwerk/platform';

type Problem = Readonly<{ detail?: string; title?: string }>;

/** The desk of a service that runs, by its operator port. What it refuses is thrown as its sentence. */
export const operatorDesk = (url: string): ParkedDesk => {
  const ask = async (path: string, method: 'GET' | 'POST' = 'GET'): Promise<Response> => {
    try {
      return await fetch(new URL(path, url), { method });
    } catch (error) {
      throw new Error(
        `No operator port answers at ${url}: the service runs without ZIELWERK_OPERATOR_PORT, or --url must name it.`,
        { cause: error },
      );
    }
  };
  const answered = async (response: Response): Promise<unknown> => {
    if (response.ok) return response.json();
    const { detail, title } = (await response.json().catch(() => ({}))) as Problem;
    throw new Error(detail ?? title ?? `${response.url} answered ${response.status}.`);
  };
  return {
    list: async () => ((await answered(await ask('/parked'))) as { items: readonly ParkedEntry[] }).items,
    show: async (id) => {
      const response = await ask(`/parked/${id}`);
      return response.status === 404 ? null : ((await answered(response)) as ParkedMessage);
    },
    requeue: async (projection) => {
      const query = projection === null ? '' : `?projection=${encodeURIComponent(projection)}`;
      return (await answered(await ask(`/parked/requeue${query}`, 'POST'))) as { applied: number; parked: number };
    },
  };
};
