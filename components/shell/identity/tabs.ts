/** What tabs of one browser tell each other about the session they share. */
export type TabMessage = { type: 'leaving' } | { type: 'signed-out' } | { type: 'signed-in'; oid: string };

const NAME = 'latchkey-session';

// One channel for both directions: a channel never hears itself, but a second one in the same page would hear the first.
let channel: BroadcastChannel | null = null;

function shared(): BroadcastChannel {
  channel ??= new BroadcastChannel(NAME);
  return channel;
}

/** Tells all other tabs of this browser. */
export function tellTabs(message: TabMessage): void {
  shared().postMessage(message);
}

/** Hears the other tabs; answers how to stop. */
export function hearTabs(hear: (message: TabMessage) => void): () => void {
  const heard = (event: MessageEvent<TabMessage>) => hear(event.data);
  shared().addEventListener('message', heard);
  return () => shared().removeEventListener('message', heard);
}
