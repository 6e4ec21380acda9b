/** What a decision is about, in the one text a submission keeps: request and stage. */
export function stageSubject(requestId: string, stageId: string): string {
  return `${requestId}/${stageId}`;
}

/** The other way round. */
export function stageOf(subject: string): { requestId: string; stageId: string } {
  const at = subject.indexOf('/');
  return { requestId: subject.slice(0, at), stageId: subject.slice(at + 1) };
}

/** The key of a person's decision about a stage: there is only one, whichever page, tab or list it was pressed in. */
export function decisionKey(requestId: string, stageId: string): string {
  return `decide ${stageSubject(requestId, stageId)}`;
}
