/** Before the first request: wrong settings or an unreachable store stop the portal, saying what is wrong, instead of failing page by page. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startUp } = await import('@/lib/start-up');
  await startUp();
}
