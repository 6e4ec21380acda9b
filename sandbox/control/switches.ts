import { releaseHeld, settle } from '../engine/transitions.ts';
import { readBehaviour } from './behaviour.ts';
import type { ControlCall, ControlReply } from './control-call.ts';
import { NO_CONTENT } from './control-call.ts';
import { readFault } from './fault-input.ts';
import { addFault, faultsOf, removeFaults } from './faults.ts';
import { clearJournal, readJournal } from './journal.ts';
import { WrongCall } from './wrong-call.ts';

export function showBehaviour({ tenant }: ControlCall): ControlReply {
  return { status: 200, body: tenant.behaviour };
}

/** Changes some switches and answers all of them. What is due is done under the old ones first. */
export function changeBehaviour(call: ControlCall): ControlReply {
  const changes = readBehaviour(call.body, 'Behaviour');
  settle(call.tenant);
  call.tenant.setBehaviour(changes);
  releaseHeld(call.tenant);
  settle(call.tenant);
  return showBehaviour(call);
}

export function setFault({ tenant, body }: ControlCall): ControlReply {
  const fault = readFault(body, tenant.newId());
  if (fault.user !== undefined && tenant.people.by('userPrincipalName', fault.user).length === 0) {
    throw new WrongCall(`user must be the userPrincipalName of somebody in partition ${tenant.partition}.`);
  }
  addFault(tenant, fault);
  return { status: 201, body: { id: fault.id } };
}

export function listFaults({ tenant }: ControlCall): ControlReply {
  return { status: 200, body: faultsOf(tenant) };
}

export function clearFaults({ tenant }: ControlCall): ControlReply {
  removeFaults(tenant);
  return NO_CONTENT;
}

export function clearFault({ tenant, id }: ControlCall): ControlReply {
  if (!removeFaults(tenant, id)) throw new WrongCall(`There is no fault ${id}.`, 404);
  return NO_CONTENT;
}

export function showJournal({ tenant, query }: ControlCall): ControlReply {
  const after = Number(query.get('after') ?? 0);
  if (!Number.isInteger(after) || after < 0) throw new WrongCall('after must be the number of a call, 0 or more.');
  return { status: 200, body: readJournal(tenant, after) };
}

export function emptyJournal({ tenant }: ControlCall): ControlReply {
  clearJournal(tenant);
  return NO_CONTENT;
}
