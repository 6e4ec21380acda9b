import { expect, it } from 'vitest';
import { withBothEngines } from './testing/engines';

withBothEngines('the store', (engine) => {
  it('keeps and answers rows', async () => {
    const row = { key: 'a', window_ms: 1_764_000_000_000, count: 1 };
    await engine.db().insertInto('rate_windows').values(row).execute();
    const again = await engine
      .db()
      .insertInto('rate_windows')
      .values(row)
      .onConflict((conflict) => conflict.column('key').doUpdateSet((eb) => ({ count: eb('rate_windows.count', '+', 1) })))
      .returningAll()
      .executeTakeFirstOrThrow();
    expect(again).toEqual({ ...row, count: 2 });
  });

  it('is migrated once by replicas that start together', async () => {
    const replicas = await Promise.all([engine.another(), engine.another(), engine.another()]);
    for (const replica of replicas) expect(await replica.selectFrom('rate_windows').selectAll().execute()).toHaveLength(1);
  });

  it('undoes a failed transaction whole', async () => {
    const failing = engine
      .db()
      .transaction()
      .execute(async (trx) => {
        await trx.deleteFrom('rate_windows').execute();
        throw new Error('stop');
      });
    await expect(failing).rejects.toThrow('stop');
    expect(await engine.db().selectFrom('rate_windows').selectAll().execute()).toHaveLength(1);
  });
});
