import type { SeedName } from '../tenant/world.ts';
import type { ControlCall, ControlReply } from './control-call.ts';
import { NO_CONTENT } from './control-call.ts';
import { peopleOf } from './people.ts';
import { members, needed, oneOf, whole, WrongCall } from './wrong-call.ts';

const readPartition = members<{ seed: SeedName; packages: number; assignments: number; people: number }>({
  seed: oneOf('company', 'bare'),
  packages: whole(0, 100_000),
  assignments: whole(0, 1_000_000),
  people: whole(0, 100_000),
});

export function createPartition({ world, body }: ControlCall): ControlReply {
  const { seed, ...sizes } = readPartition(body, 'A partition');
  const tenant = world.create(needed(seed, 'seed ("company" or "bare")'), sizes);
  return { status: 201, body: { partition: tenant.partition, people: peopleOf(tenant) } };
}

export function deletePartition({ world, id }: ControlCall): ControlReply {
  if (!world.remove(id)) {
    if (world.partition(id)) throw new WrongCall('The default partition stays; POST /sandbox/reset lays it out anew.');
    throw new WrongCall(`There is no partition ${id}.`, 404);
  }
  return NO_CONTENT;
}

/** The partition as it was seeded; faults, behaviour, clock and journal too. */
export function resetPartition({ world, tenant }: ControlCall): ControlReply {
  world.reset(tenant.partition);
  return NO_CONTENT;
}
