import { connect, createServer, type Server, type Socket } from 'node:net';

/** Stands between a client and a server, and can lose an answer as a network does. */
export class CutProxy {
  private cut: { after: number; goodbye: 'once' | 'for good' } | undefined;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async to(port: number, host: string): Promise<CutProxy> {
    const server = createServer();
    const proxy = new CutProxy(server);
    server.on('connection', (client) => proxy.join(client, port, host));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    const address = this.server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  /** The next answer but so many is lost, and the connection with it; for good: no other connection is taken. */
  cutAnswer(after: number, goodbye: 'once' | 'for good'): void {
    this.cut = { after, goodbye };
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private join(client: Socket, port: number, host: string): void {
    const server = connect({ port, host });
    const end = () => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket
        .on('error', end)
        .on('close', end)
        .on('close', () => this.sockets.delete(socket));
    }
    client.pipe(server);
    server.on('data', (answer) => {
      const { cut } = this;
      if (cut) cut.after -= 1;
      if (!cut || cut.after >= 0) {
        client.write(answer);
        return;
      }
      if (cut.goodbye === 'for good') this.server.close();
      this.cut = undefined;
      end();
    });
  }
}
