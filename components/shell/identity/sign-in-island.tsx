'use client';

import { InteractionStatus } from '@azure/msal-browser';
import { MsalProvider, useMsal } from '@azure/msal-react';
import { useEffect, useRef } from 'react';
import type { Msal } from './msal';
import { signInSteps, type SignInAsk, type SignInFailure } from './sign-in-steps';

interface IslandProps {
  msal: Msal;
  ask: SignInAsk;
  onFailure: (failure: SignInFailure) => void;
}

/** MSAL at work on the sign-in page. Loaded on demand; draws nothing. */
export function SignInIsland(props: IslandProps) {
  return (
    <MsalProvider instance={props.msal.client}>
      <Steps {...props} />
    </MsalProvider>
  );
}

function Steps({ msal, ask, onFailure }: IslandProps) {
  const { inProgress } = useMsal();
  const begun = useRef(false);
  const idle = inProgress === InteractionStatus.None;
  useEffect(() => {
    if (!idle || begun.current) return;
    begun.current = true;
    void signInSteps(msal, ask).then((failure) => failure && onFailure(failure));
  }, [idle, msal, ask, onFailure]);
  return null;
}
