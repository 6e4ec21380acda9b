'use server';

import { action } from '@/lib/auth/action';
import { sendTogetherInput } from './send-input';
import { sendTogether } from './send-together';

/** Sends one request of the page that asks for several packages and people, once: a package for a person has one key. */
export const sendTogetherAction = action(sendTogetherInput, 'requestor', sendTogether);
