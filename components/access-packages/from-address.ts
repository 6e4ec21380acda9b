/** A part of an address as it was meant; what is no valid encoding stays as it is. */
export function fromAddress(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
