/** What tabs of one browser tell each other about the session they share. */
export type TabMessage = { type: 'leaving' } | { type: 'signed-out' } | { type: 'signed-in'; oid: string };

const NAME = 'latchkey-session';

/** Tells all other tabs of this browser. */
export function tellTabs(message: TabMessage): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(message);
  channel.close();
}

/** Hears the other tabs; answers how to stop. */
export function hearTabs(hear: (message: TabMessage) => void): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = (event: MessageEvent<TabMessage>) => hear(event.data);
  return () => channel.close();
}
