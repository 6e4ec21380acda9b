import { settle } from '../engine/transitions.ts';
import { addDuration, instant, isDuration, isoInstant } from '../tenant/durations.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { ControlCall, ControlReply } from './control-call.ts';
import { flag, members, text, WrongCall } from './wrong-call.ts';

const readClock = members<{ advance: string; now: string; frozen: boolean }>({ advance: text, now: text, frozen: flag });

export function showClock({ tenant }: ControlCall): ControlReply {
  return { status: 200, body: { now: isoInstant(tenant.now()), frozen: tenant.frozen } };
}

/** Turns the clock; everything that falls due in between has happened when it answers. */
export function turnClock(call: ControlCall): ControlReply {
  const { tenant } = call;
  const asked = readClock(call.body, 'The clock');
  if (Object.keys(asked).length === 0)
    throw new WrongCall('The clock takes advance (an ISO 8601 duration), now (an instant) or frozen (true or false).');
  const now = target(tenant, asked);
  tenant.setClock({ ...(now === undefined ? {} : { now }), ...(asked.frozen === undefined ? {} : { frozen: asked.frozen }) });
  settle(tenant);
  return showClock(call);
}

function target(tenant: Tenant, { advance, now }: { advance?: string; now?: string }): number | undefined {
  if (advance !== undefined && now !== undefined) throw new WrongCall('The clock takes advance or now, not both.');
  if (advance !== undefined) {
    if (!isDuration(advance)) throw new WrongCall('advance must be an ISO 8601 duration such as P31D or PT4H.');
    return addDuration(tenant.now(), advance);
  }
  if (now === undefined) return undefined;
  const at = /^\d{4}-\d\d-\d\dT/.test(now) ? instant(now) : null;
  if (at === null) throw new WrongCall('now must be an ISO 8601 instant such as 2027-02-28T23:00:00Z.');
  return at;
}
