import * as z from 'zod';

// The page's CSP forbids unsafe-eval; zod would probe `new Function` without this.
z.config({ jitless: true });

export { z };
