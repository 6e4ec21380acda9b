'use server';

import { action } from '@/lib/auth/action';
import { submitRequestInput } from '@/lib/submissions/inputs';
import { sendTogether } from './send-together';

/** Sends one of the requests of the page that asks for several packages, once: the key is that of the package's own draft. */
export const sendTogetherAction = action(submitRequestInput, 'requestor', sendTogether);
