'use client';

import { Check, TriangleAlert, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PortalError } from '@/lib/portal-error';
import { Button } from './button';
import { useErrorWords } from './error-words';

export interface ToastContent {
  text: string;
  /** A quieter second half. */
  detail?: string;
  tone?: 'done' | 'stop';
  action?: { label: string; run: () => void };
  /** How long it stays, ms; null until it is closed. Absent: 6 s, with an action or a fault until it is closed. */
  stays?: number | null;
}

interface Toasts {
  show(content: ToastContent): void;
  /** A lone action that failed. */
  showError(error: PortalError): void;
}

type Shown = { key: number } & ({ content: ToastContent } | { error: PortalError });

const Context = createContext<Toasts | null>(null);

/** Where news of lone actions appear. One provider per page. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('common.toast');
  const [shown, setShown] = useState<Shown[]>([]);
  const next = useRef(0);
  const toasts = useMemo<Toasts>(() => {
    const add = (news: { content: ToastContent } | { error: PortalError }) => {
      const key = ++next.current;
      setShown((before) => [...before.slice(-2), { ...news, key }]);
    };
    return { show: (content) => add({ content }), showError: (error) => add({ error }) };
  }, []);
  const close = useCallback((key: number) => setShown((before) => before.filter((toast) => toast.key !== key)), []);
  return (
    <Context value={toasts}>
      {children}
      <section className="toasts" aria-label={t('region')}>
        <div role="status" aria-live="polite" aria-relevant="additions">
          {shown.map((toast) => (
            <Toast key={toast.key} toast={toast} close={close} />
          ))}
        </div>
      </section>
    </Context>
  );
}

/** `show` and `showError` of the nearest provider. */
export function useToast(): Toasts {
  const toasts = use(Context);
  if (!toasts) throw new Error('useToast needs a ToastProvider around it');
  return toasts;
}

function useContent(toast: Shown): ToastContent {
  const words = useErrorWords();
  if ('content' in toast) return toast.content;
  const { title, text } = words(toast.error);
  return { text: `${title}.`, detail: text, tone: 'stop' };
}

function Toast({ toast, close }: { toast: Shown; close: (key: number) => void }) {
  const t = useTranslations('common.toast');
  const box = useRef<HTMLDivElement>(null);
  const { text, detail, tone, action, stays = action || tone === 'stop' ? null : 6000 } = useContent(toast);
  const { key } = toast;
  useEffect(() => {
    if (stays === null) return;
    // A toast somebody points at or stands in waits until they have left it.
    const timer = setInterval(() => {
      if (!box.current?.matches(':hover, :focus-within')) close(key);
    }, stays);
    return () => clearInterval(timer);
  }, [stays, close, key]);
  const Icon = tone === 'stop' ? TriangleAlert : Check;
  const act = () => {
    action?.run();
    close(key);
  };
  return (
    <div className="toast" ref={box}>
      <Icon className="i s" aria-hidden="true" />
      <span>
        {text} {detail && <span className="m">{detail}</span>}
      </span>
      {action && <Button onClick={act}>{action.label}</Button>}
      <Button className="icon" aria-label={t('dismiss')} onClick={() => close(key)}>
        <X className="i s" aria-hidden="true" />
      </Button>
    </div>
  );
}
