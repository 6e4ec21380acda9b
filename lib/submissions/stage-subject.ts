/** What a decision is about, in the one text a submission keeps: request and stage. */
export function stageSubject(requestId: string, stageId: string): string {
  return `${requestId}/${stageId}`;
}

/** The other way round. */
export function stageOf(subject: string): { requestId: string; stageId: string } {
  const at = subject.indexOf('/');
  return { requestId: subject.slice(0, at), stageId: subject.slice(at + 1) };
}
