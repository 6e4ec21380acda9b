import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SEEDS } from '../../seed/seeds.ts';
import { createSandboxServer } from '../../server.ts';
import { worldFolder } from '../../tenant/testing/worlds.ts';
import type { World } from '../../tenant/world.ts';

export interface ControlAnswer {
  status: number;
  /** Parsed JSON; null without a body. */
  body: unknown;
}

export interface ControlServer {
  world: World;
  /** Calls a path from the origin on. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<ControlAnswer>;
  close(): Promise<void>;
}

/** The whole sandbox on a free port, with the company seed. */
export async function startSandbox(): Promise<ControlServer> {
  const folder = worldFolder();
  const world = folder.open({ seeds: SEEDS });
  const server: Server = createSandboxServer(world);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    world,
    send: async (method, path, body, headers = {}) => {
      const answer = await fetch(origin + path, {
        method,
        headers,
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await folder.clear();
    },
  };
}
