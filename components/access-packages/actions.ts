'use server';

import { action } from '@/lib/auth/action';
import { submitRequestInput } from '@/lib/submissions/inputs';
import { sendRequest } from './send-request';

/** Sends the request of a draft, once: the key is the draft's. */
export const submitRequestAction = action(submitRequestInput, 'requestor', sendRequest);
