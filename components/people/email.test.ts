import { describe, expect, it } from 'vitest';
import { isWholeEmail } from './email';

describe('a whole e-mail address', () => {
  it.each(['rita.sousa@portside.example', 'a+b@x.example'])('%s is one', (text) => expect(isWholeEmail(text)).toBe(true));
  it.each(['rita', 'rita@portside', 'a b@x.example', '<x@y.example>', 'x@y.'])('%s is none', (text) =>
    expect(isWholeEmail(text)).toBe(false),
  );
});
